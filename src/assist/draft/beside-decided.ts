/** Suggestions beside what is there: nothing that was decided, by a person or by an earlier draft, is overwritten. */
import type { DictionaryEntry } from '../../text/dictionary';
import { foldTerm } from '../../text/fold';

/**
 * The entries that are there, as they are, then the suggestions that are new. `refused`: terms that somebody removed, which
 * do not come back.
 */
export function besideDecided<E extends DictionaryEntry, S extends DictionaryEntry>(
  decided: readonly E[],
  suggested: readonly S[],
  refused: readonly string[] = [],
): readonly (E | S)[] {
  const taken = new Set([...decided.map(({ term }) => term), ...refused].map(foldTerm));
  return [...decided, ...suggested.filter(({ term }) => !taken.has(foldTerm(term)))];
}
