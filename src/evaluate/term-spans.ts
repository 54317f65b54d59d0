/** Where terms occur in a text, such as a completion, and whether a prompt gives them away. */
import { fold, foldTerm } from '../text/fold';
import { TermIndex } from '../text/term-index';
import { isWholeWord } from '../text/whole-word';

/** Part of a text, in UTF-16 units as `text.slice(start, end)` counts; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** the term as listed */
  readonly term: string;
}

/**
 * Every occurrence of one of `terms` as whole words, left to right, the longest term first, without overlaps. A capital
 * in a term must be a capital in the text; a lower-case first letter may be a capital there, as at the start of a
 * sentence.
 */
export function findTerms(terms: readonly string[]): (text: string) => Span[] {
  const index = new TermIndex(
    terms.map((term) => [term, term] as const),
    { sentenceCase: true },
  );
  return (text) => index.find(text).map(({ start, end, value }) => ({ start, end, term: value }));
}

/**
 * Whether a text gives a term away: it contains each word of the term, in any case, in the singular, plural or
 * possessive. "The Quills and Maelis’s boat" gives away "Maelis Quill".
 */
export function givesAway(text: string, term: string): boolean {
  const read = fold(text).text;
  return foldTerm(term)
    .split(' ')
    .filter((word) => word !== '')
    .every((word) => {
      const stem = word.replace(/(?<=..)'?s$/u, '');
      const matches = read.matchAll(new RegExp(`${escaped(stem)}(?:'?s)?`, 'giu'));
      return [...matches].some(({ 0: found, index }) => isWholeWord(read, index, index + found.length));
    });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
