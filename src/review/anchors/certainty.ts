/** The certainty of a drafted term: does the text use it more than ordinary text does? */
import { countPhrases } from '../../text/phrases';

/**
 * Per term, its share of the text against its share of text and ordinary text together, 0 … 1; ½ is undecided.
 * Counts in ordinary text are smoothed by adding one; a capitalised term is as ordinary as its lower-case form, since
 * any word can be capitalised.
 */
export function certaintyFrom(
  terms: readonly string[],
  texts: readonly string[],
  ordinary: readonly string[],
): (term: string) => number {
  const small = (term: string): string => term.toLowerCase();
  const here = countPhrases(terms, texts);
  const there = countPhrases([...terms, ...terms.map(small)], ordinary);
  const size = (all: readonly string[]): number => all.reduce((sum, text) => sum + text.length, 0);
  const [own, other] = [size(texts), size(ordinary)];
  return (term) => {
    const seen = Math.max(there.get(term) ?? 0, there.get(small(term)) ?? 0);
    const [a, b] = [(here.get(term) ?? 0) / own, (seen + 1) / (other + own)];
    return a === 0 ? 0 : a / (a + b);
  };
}
