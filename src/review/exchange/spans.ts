/** Converts spans of another tool to an answer: comparing them with the suggestion gives the status of each. */
import { isSame } from '../../base/same';
import { isAt, type Meaning } from '../anchors/span-edits';
import {
  anchorKinds,
  byStart,
  isConfirmed,
  overlaps,
  type AnchorAnswer,
  type AnchorItem,
  type AnchorKind,
  type AnchorSpan,
  type Provenance,
  type TextRange,
} from '../tasks/anchors';
import { readRange } from './offsets';
import type { Reject, RejectionReason } from './rejected';

/** The label that all formats use for an anchor term of any kind. */
export const ANCHOR = 'ANCHOR';

/** A span as another tool wrote it; null for missing values. */
export interface ForeignSpan extends TextRange {
  readonly text: string | null;
  readonly kind: AnchorKind | null;
  readonly translations: readonly string[] | null;
}

/**
 * The answer of an annotator who marked exactly these spans. A suggested span is accepted, or edited if its meaning or
 * boundaries differ; other spans are added; missing suggestions are rejected. Spans that do not fit the text or
 * overlap earlier ones are reported one by one through `reject`. If a span was lost, here or (`isWhole` false) before,
 * a missing suggestion may be the lost one: it stays open, and the answer is incomplete, or null if nothing is left.
 */
export function answerFromSpans(
  { data, suggestion }: AnchorItem,
  foreign: readonly ForeignSpan[],
  reject: Reject,
  isWhole = true,
): AnchorAnswer | null {
  let isComplete = isWhole;
  const lose = (reason: RejectionReason, detail: string): void => {
    isComplete = false;
    reject(reason, detail);
  };
  const suggested = suggestion?.answer.spans ?? [];
  const kept: AnchorSpan[] = [];
  for (const { start, end, text, kind, translations } of foreign) {
    const range = readRange(data.text, { start, end }, text);
    if (typeof range === 'string') lose(range, text ?? `${start}–${end}`);
    else if (kept.some((span) => overlaps(span, range))) lose('overlap', text ?? `${start}–${end}`);
    else {
      const before = suggested.find((span) => isAt(span, range));
      const meaning = {
        kind: kind ?? before?.kind ?? 'other',
        translations: translations ?? before?.translations ?? [],
      };
      const isNear = suggested.some((span) => overlaps(span, range));
      kept.push({ ...range, ...meaning, status: statusOf(before, meaning, isNear) });
    }
  }
  const missing = suggested.filter((span) => !kept.some((other) => overlaps(other, span)));
  if (!isComplete && kept.length === 0) return null;
  const others = missing.map((span): AnchorSpan => (isComplete ? { ...span, status: 'rejected' } : span));
  return { spans: [...kept, ...others].sort(byStart), isComplete };
}

function statusOf(before: AnchorSpan | undefined, meaning: Meaning, isNear: boolean): Provenance {
  if (!before) return isNear ? 'edited' : 'added';
  return isSame({ kind: before.kind, translations: before.translations }, meaning) ? 'accepted' : 'edited';
}

/** The spans that an answer marks: those that were kept; of a suggestion, all that it proposes. */
export function markedSpans({ spans }: AnchorAnswer): AnchorSpan[] {
  return spans.filter((span) => isConfirmed(span) || span.status === 'drafted');
}

/** The kind that another tool’s label means: null (any kind) for `ANCHOR`, otherwise by name; undefined if unknown. */
export function kindOfLabel(label: string): AnchorKind | null | undefined {
  if (label.toUpperCase() === ANCHOR) return null;
  return anchorKinds.find((kind) => kind === label.toLowerCase());
}
