/** Passages with the spans that a drafted dictionary marks: the items of the anchor check. */
import { smallest } from '../../base/extremes';
import type { DictionaryEntry } from '../../text/dictionary';
import { TermIndex } from '../../text/term-index';
import type { AnchorData, AnchorItem, AnchorKind, AnchorSpan } from '../tasks/anchors';

export interface KindedEntry extends DictionaryEntry {
  readonly kind: AnchorKind;
}

export interface Draft {
  readonly entries: readonly KindedEntry[];
  /** Sentences that the text repeats. Default: none */
  readonly sentences?: readonly string[];
  /** Who drafted it, such as "shipped draft" or a model’s name. */
  readonly by: string;
  /** The certainty of a term, 0 … 1. Default: 0.5 for each. */
  readonly certaintyOf?: (term: string) => number;
}

/** One item per passage, with the passage’s block id. Its certainty is that of its least certain term. */
export function anchorItems(
  passages: readonly AnchorData[],
  { entries, sentences = [], by, certaintyOf }: Draft,
): AnchorItem[] {
  const repeated = sentences.map((term) => ({ term, kind: 'sentence' as const, translations: [] }));
  const index = new TermIndex([...entries, ...repeated].map((entry) => [entry.term, entry] as const));
  return passages.map((data) => {
    const found = index.find(data.text);
    const spans = found.map(({ start, end, value: { kind, translations } }): AnchorSpan => ({
      ...{ start, end, kind, translations, status: 'drafted' },
    }));
    const certainty = smallest(
      found.map(({ value: { term } }) => certaintyOf?.(term) ?? 0.5),
      1,
    );
    return {
      id: data.blockId,
      data,
      suggestion: { answer: { spans, isComplete: false }, certainty, by },
      golden: null,
    };
  });
}
