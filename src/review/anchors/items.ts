/** Passages with the spans that a drafted dictionary marks: the items of the anchor check. */
import type { DictionaryEntry } from '../../text/dictionary';
import {
  byStart,
  overlaps,
  type AnchorData,
  type AnchorItem,
  type AnchorKind,
  type AnchorSpan,
} from '../tasks/anchors';
import { occurrencesOf } from './words';

export interface KindedEntry extends DictionaryEntry {
  readonly kind: AnchorKind;
}

export interface Draft {
  readonly entries: readonly KindedEntry[];
  /** Who drafted it, such as "shipped draft" or a model’s name. */
  readonly by: string;
  /** The certainty of a term, 0 … 1. Default: 0.5 for each. */
  readonly certaintyOf?: (term: string) => number;
}

/** One item per passage, with the passage’s block id. Its certainty is that of its least certain term. */
export function anchorItems(
  passages: readonly AnchorData[],
  { entries, by, certaintyOf }: Draft,
): AnchorItem[] {
  const longestFirst = entries.toSorted((a, b) => b.term.length - a.term.length);
  return passages.map((data) => {
    const spans = draftedSpans(data.text, longestFirst);
    const certainties = spans.map(({ start, end }) => certaintyOf?.(data.text.slice(start, end)) ?? 0.5);
    const certainty = Math.min(1, ...certainties);
    return {
      id: data.blockId,
      data,
      suggestion: { answer: { spans, isComplete: false }, certainty, by },
      golden: null,
    };
  });
}

/** Whole-word occurrences, longer terms first. */
function draftedSpans(text: string, longestFirst: readonly KindedEntry[]): AnchorSpan[] {
  const spans: AnchorSpan[] = [];
  for (const { term, kind, translations } of longestFirst) {
    for (const range of occurrencesOf(text, term)) {
      const isTaken = spans.some((span) => overlaps(span, range));
      if (!isTaken) spans.push({ ...range, kind, translations, status: 'drafted' });
    }
  }
  return spans.sort(byStart);
}
