/** The places of one term in a text: the same comparison as in term-index.ts, without an index. */
import { fold, foldTerm, withSoftHyphens, type Folded } from './fold';
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
  const places = placesIn(foldedOnce(text), wanted);
  const soft = withSoftHyphens(text);
  if (soft === null) return places;
  const isNew = ({ start, end }: Place): boolean =>
    !places.some((other) => other.start < end && start < other.end);
  return [...places, ...placesIn(foldedOnce(soft), wanted).filter(isNew)].sort((a, b) => a.start - b.start);
}

function placesIn(folded: Folded, wanted: string): Place[] {
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

/** Characters of folded texts that are kept: all passages of a text, which are searched for one term after another. */
const KEPT = 2 ** 22;
const kept = new Map<string, Folded>();
let size = 0;

function foldedOnce(text: string): Folded {
  const known = kept.get(text);
  if (known) return known;
  if (size + text.length > KEPT) {
    kept.clear();
    size = 0;
  }
  const folded = fold(text);
  kept.set(text, folded);
  size += text.length;
  return folded;
}
