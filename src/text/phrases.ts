/** Counts phrases as whole words, in one pass over the texts for any number of phrases. */
import { foldTerm } from './fold';
import { TermIndex } from './term-index';

/**
 * The number of occurrences of each phrase, even if 0: the same for phrases that are equal when folded. Different phrases
 * may overlap. Case-sensitive.
 */
export function countPhrases(phrases: Iterable<string>, texts: readonly string[]): Map<string, number> {
  const folded = new Map(Array.from(phrases, (phrase) => [phrase, foldTerm(phrase)]));
  const index = new TermIndex(Array.from(folded.values(), (one) => [one, one] as const));
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const { value } of index.all(text)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return new Map(Array.from(folded, ([phrase, one]) => [phrase, counts.get(one) ?? 0]));
}
