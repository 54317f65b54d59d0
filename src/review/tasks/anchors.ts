/** Anchor terms: which spans of a passage belong to the text to be forgotten. */
import { v } from '../../base/schema';
import { mostFrequent, type Item, type ReviewTask } from '../task';

/** `sentence`: one that the text repeats (text/repeated-sentences.ts). It is forgotten as it is, without a translation. */
export const anchorKinds = ['person', 'place', 'thing', 'phrase', 'sentence', 'other'] as const;
export type AnchorKind = (typeof anchorKinds)[number];

/** A range of a text in UTF-16 units, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The status of a span or a dictionary entry: `drafted` by a machine and open, `accepted` as drafted, `edited` from a
 * draft, or `added` by an annotator.
 */
export type Provenance = 'drafted' | 'accepted' | 'edited' | 'added';

export interface AnchorSpan extends TextRange {
  readonly kind: AnchorKind;
  /** Generic translations; empty until one is given. */
  readonly translations: readonly string[];
  readonly status: Provenance | 'rejected';
}

export interface AnchorData {
  readonly text: string;
  readonly blockId: string;
}

export interface AnchorAnswer {
  /** Sorted by start; those not rejected do not overlap. */
  readonly spans: readonly AnchorSpan[];
  /** false while the passage was changed only by a decision about another one. */
  readonly isComplete: boolean;
}

export type AnchorItem = Item<AnchorData, AnchorAnswer>;

const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const shape = v.object({
  spans: v.array(
    v.object({
      start: index,
      end: index,
      kind: v.picklist(anchorKinds),
      translations: v.array(v.string()),
      status: v.picklist(['drafted', 'accepted', 'edited', 'added', 'rejected']),
    }),
  ),
  isComplete: v.boolean(),
});

/** Whether the span counts as yes: there is an anchor term here. */
export function isConfirmed({ status }: AnchorSpan): boolean {
  return status === 'accepted' || status === 'edited' || status === 'added';
}

/** The key of a span’s votes, `block|start|end`. */
export function spanKey({ blockId }: AnchorData, { start, end }: TextRange): string {
  return `${blockId}|${start}|${end}`;
}

export function byStart(a: TextRange, b: TextRange): number {
  return a.start - b.start || a.end - b.end;
}

export const anchorsTask: ReviewTask<AnchorData, AnchorAnswer> = {
  kind: 'anchors',
  labels: ['no', 'yes'],
  isOrdinal: false,
  reasons: ['common-word', 'wrong-boundary', 'wrong-kind', 'wrong-translation', 'missed', 'other'],
  shape,
  fits: ({ text }, { spans }) => spans.every(({ start, end }) => start < end && end <= text.length),
  accept: ({ spans }) => ({
    spans: spans.map((span) => (span.status === 'drafted' ? { ...span, status: 'accepted' } : span)),
    isComplete: true,
  }),
  propose: ({ spans }) => ({
    spans: spans.filter(isConfirmed).map((span) => ({ ...span, status: 'drafted' })),
    isComplete: false,
  }),
  isComplete: (answer) => answer.isComplete,
  questions: ({ data, suggestion }, answers) => [
    ...new Set(
      [...answers, ...(suggestion ? [suggestion.answer] : [])].flatMap(({ spans }) =>
        spans.map((span) => spanKey(data, span)),
      ),
    ),
  ],
  vote({ data, suggestion }, question, { spans, isComplete }) {
    const here = (one: AnchorSpan): boolean => spanKey(data, one) === question;
    const span = spans.find(here);
    // Answers of earlier versions are complete without the repeated sentences, which nobody was asked about.
    if (!span) return isComplete && suggestion?.answer.spans.find(here)?.kind !== 'sentence' ? 'no' : null;
    return span.status === 'drafted' ? null : isConfirmed(span) ? 'yes' : 'no';
  },
  combine({ data, suggestion }, answers, winners) {
    const suggested = suggestion?.answer.spans ?? [];
    const all = [...answers.flatMap(({ spans }) => spans), ...suggested];
    const places = new Map(all.map((span) => [spanKey(data, span), span]));
    const spans = [...places].flatMap(([key, place]): AnchorSpan[] => {
      const here = all.filter((span) => spanKey(data, span) === key);
      const winner = winners.get(key);
      const kept = winner === 'yes' ? mostFrequent(here.filter(isConfirmed)) : null;
      if (kept) return [kept];
      const wasSuggested = suggested.find((span) => spanKey(data, span) === key);
      return winner === undefined && wasSuggested ? [wasSuggested] : [{ ...place, status: 'rejected' }];
    });
    return { spans: withoutOverlaps(spans), isComplete: answers.some((answer) => answer.isComplete) };
  },
};

/** Of kept spans that overlap, the longest wins; rejected ones do not count. */
function withoutOverlaps(spans: readonly AnchorSpan[]): AnchorSpan[] {
  const chosen: AnchorSpan[] = [];
  const length = ({ start, end }: TextRange): number => end - start;
  for (const span of spans.toSorted((a, b) => length(b) - length(a))) {
    const isFree = chosen.every((other) => other.status === 'rejected' || !overlaps(other, span));
    if (isFree || span.status === 'rejected') chosen.push(span);
  }
  return chosen.sort(byStart);
}

export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}
