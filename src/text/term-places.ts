/**
 * Where terms are in a text that will be cut into blocks elsewhere: the whole words of term-index.ts, and terms inside of a
 * longer word, of which a block can hold only that part.
 */
import { codePointsBefore } from '../base/code-points';
import { fold, foldTerm, withSoftHyphens, type Folded } from './fold';
import { splitsWord } from './whole-word';

export interface TermPlace {
  /** in code points of the text; `end` is exclusive */
  readonly start: number;
  readonly end: number;
  /** how many invisible characters divide it from the letter before, with which it is one word; null: it begins a word */
  readonly before: number | null;
  readonly after: number | null;
}

/** The places of each term, from left to right. Of terms that are equal when folded, the first has them. */
export function termPlaces(text: string, terms: readonly string[]): TermPlace[][] {
  const wanted = new Map<string, number>();
  for (const [i, term] of terms.entries()) {
    const folded = foldTerm(term);
    if (folded !== '' && !wanted.has(folded)) wanted.set(folded, i);
  }
  const places = terms.map((): TermPlace[] => []);
  const known = new Set<string>();
  const add = (found: readonly Found[]): void => {
    for (const { term, ...place } of found) places[term]?.push(place);
  };
  const inText = foundIn(fold(text), wanted);
  add(inText);
  for (const { start, end } of inText) known.add(`${start} ${end}`);
  const soft = withSoftHyphens(text);
  // “Moss-\nbury” is Moss-bury, or Mossbury.
  if (soft !== null)
    add(foundIn(fold(soft), wanted).filter(({ start, end }) => !known.has(`${start} ${end}`)));
  const before = codePointsBefore(text);
  return places.map((all) =>
    all
      .map((place) => ({ ...place, start: before(place.start), end: before(place.end) }))
      .sort((a, b) => a.start - b.start || a.end - b.end),
  );
}

interface Found extends TermPlace {
  readonly term: number;
}

/** `wanted`: folded terms with their numbers. Offsets in UTF-16 units of the original. */
function foundIn(folded: Folded, wanted: ReadonlyMap<string, number>): Found[] {
  const found: Found[] = [];
  for (const [text, term] of wanted)
    for (let at = folded.text.indexOf(text); at >= 0; at = folded.text.indexOf(text, at + 1)) {
      const to = at + text.length;
      const range = folded.original(at, to);
      if (!range) continue;
      const { start, end } = range;
      const before = splitsWord(folded.text, at) ? start - (folded.original(at - 1, at)?.end ?? start) : null;
      const after = splitsWord(folded.text, to) ? (folded.original(to, to + 1)?.start ?? end) - end : null;
      found.push({ start, end, term, before, after });
    }
  return found;
}
