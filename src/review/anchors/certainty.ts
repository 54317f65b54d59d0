/** The certainty of a drafted term: does the text use it more than ordinary text does? */
import { breather } from '../../base/breathe';
import { countPhrases } from '../../text/phrases';

const UNDECIDED = 0.5;

/**
 * Per term, its share of the text against its share of text and ordinary text together, 0 … 1; ½ is undecided,
 * as for a term that the text does not have.
 * Counts in ordinary text are smoothed by adding one; a capitalised term is as ordinary as its lower-case form, since
 * any word can be capitalised. `pause` is awaited between parts of the texts.
 */
export async function certaintyFrom(
  terms: readonly string[],
  texts: readonly string[],
  ordinary: readonly string[],
  pause: () => Promise<void> = breather(),
): Promise<(term: string) => number> {
  const small = (term: string): string => term.toLowerCase();
  const here = await countPhrases(terms, texts, pause);
  const there = await countPhrases([...terms, ...terms.map(small)], ordinary, pause);
  const size = (all: readonly string[]): number => all.reduce((sum, text) => sum + text.length, 0);
  const [own, other] = [size(texts), size(ordinary)];
  return (term) => {
    const seen = Math.max(there.count(term), there.count(small(term)));
    const [a, b] = [here.count(term) / own, (seen + 1) / (other + own)];
    return a === 0 ? UNDECIDED : a / (a + b);
  };
}
