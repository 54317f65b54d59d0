/** Converts spans of another tool to an answer: comparing them with the suggestion gives the status of each. */
import { isSame } from '../../base/same';
import { isAt, type Meaning } from '../anchors/span-edits';
import {
  anchorKinds,
  byStart,
  isConfirmed,
  overlaps,
  type AnchorAnswer,
  type AnchorData,
  type AnchorKind,
  type AnchorSpan,
  type Provenance,
} from '../tasks/anchors';
import type { FoundItem } from './form';
import { rangesIn, type ForeignRange, type OffsetUnit } from './offsets';
import type { Reject } from './rejected';

/** The label that all formats use for an anchor term of any kind. */
export const ANCHOR = 'ANCHOR';

/** A span as another tool wrote it; null for missing values. */
export interface ForeignSpan extends ForeignRange {
  readonly kind: AnchorKind | null;
  readonly translations: readonly string[] | null;
}

/**
 * The answer of an annotator who marked exactly these spans. A suggested span is accepted, or edited if its meaning or
 * boundaries differ; other spans are added; missing suggestions are rejected. Because a missing span is a “no”, one
 * that cannot be read makes the whole answer unreadable: null, after a call of `reject`. `units`: see `rangesIn`.
 */
export function answerFromSpans(
  { item: { data, suggestion }, textInFile }: FoundItem<AnchorData, AnchorAnswer>,
  foreign: readonly ForeignSpan[],
  reject: Reject,
  units?: readonly OffsetUnit[],
): AnchorAnswer | null {
  const suggested = suggestion?.answer.spans ?? [];
  const ranges = rangesIn({ ours: data.text, inFile: textInFile ?? data.text }, foreign, units);
  if ('reason' in ranges) return reject(ranges.reason, shown(ranges.span));
  const kept: AnchorSpan[] = [];
  for (const [i, range] of ranges.entries()) {
    const span = foreign[i];
    if (!span) continue;
    const before = suggested.find((one) => isAt(one, range));
    const meaning = {
      kind: span.kind ?? before?.kind ?? 'other',
      translations: span.translations ?? before?.translations ?? [],
    };
    const same = kept.find((other) => isAt(other, range));
    if (same && isSame(meaningOf(same), meaning)) continue;
    if (same) return reject('several', shown(span));
    if (kept.some((other) => overlaps(other, range))) return reject('overlap', shown(span));
    const isNear = suggested.some((one) => overlaps(one, range));
    kept.push({ start: range.start, end: range.end, ...meaning, status: statusOf(before, meaning, isNear) });
  }
  const missing = suggested.filter((span) => !kept.some((other) => overlaps(other, span)));
  const rejected = missing.map((span): AnchorSpan => ({ ...span, status: 'rejected' }));
  return { spans: [...kept, ...rejected].sort(byStart), isComplete: true };
}

function shown({ start, end, text }: ForeignSpan): string {
  return text ?? `${start}–${end}`;
}

function statusOf(before: AnchorSpan | undefined, meaning: Meaning, isNear: boolean): Provenance {
  if (!before) return isNear ? 'edited' : 'added';
  return isSame(meaningOf(before), meaning) ? 'accepted' : 'edited';
}

const meaningOf = ({ kind, translations }: Meaning): Meaning => ({ kind, translations });

/** The spans that an answer marks: those that were kept; of a suggestion, all that it proposes. */
export function markedSpans({ spans }: AnchorAnswer): AnchorSpan[] {
  return spans.filter((span) => isConfirmed(span) || span.status === 'drafted');
}

/** The kind that another tool’s label means: null (any kind) for `ANCHOR`, otherwise by name; undefined if unknown. */
export function kindOfLabel(label: string): AnchorKind | null | undefined {
  if (label.toUpperCase() === ANCHOR) return null;
  return anchorKinds.find((kind) => kind === label.toLowerCase());
}
