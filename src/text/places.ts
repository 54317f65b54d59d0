/** The places of one term in a text: the same comparison as in term-index.ts, without an index. */
import { fold, foldTerm } from './fold';
import { isWholeWord } from './whole-word';

export interface Place {
  /** In UTF-16 units of the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Whether it is not inside a longer word. */
  readonly isWhole: boolean;
}

/** From left to right; whole words do not overlap. None if the term is blank. */
export function placesOf(text: string, term: string): Place[] {
  const wanted = foldTerm(term);
  if (wanted === '') return [];
  const folded = fold(text);
  const places: Place[] = [];
  for (let at = folded.text.indexOf(wanted); at >= 0;) {
    const end = at + wanted.length;
    const range = folded.original(at, end);
    const isWhole = range !== null && isWholeWord(folded.text, at, end);
    if (range) places.push({ ...range, isWhole });
    at = folded.text.indexOf(wanted, isWhole ? end : at + 1);
  }
  return places;
}
