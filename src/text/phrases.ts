/** Counts phrases as whole words, in one pass over the texts for any number of phrases. */
import { foldTerm } from './fold';
import { partsOf } from './paragraphs';
import { TermIndex } from './term-index';

/** Different phrases may overlap; those that are equal when folded have the same count. Case-sensitive. */
export class PhraseCounter {
  readonly #index: TermIndex<string>;
  /** by the folded phrase */
  readonly #counts = new Map<string, number>();

  constructor(phrases: Iterable<string>) {
    this.#index = new TermIndex(Array.from(phrases, (phrase) => [phrase, foldTerm(phrase)] as const));
  }

  read(text: string): void {
    for (const { value } of this.#index.all(text))
      this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
  }

  /** Occurrences in the texts read so far of one of the phrases. */
  count(phrase: string): number {
    return this.#counts.get(foldTerm(phrase)) ?? 0;
  }
}

/** Counts phrases in texts; `pause` is awaited between parts of them. */
export async function countPhrases(
  phrases: readonly string[],
  texts: readonly string[],
  pause: () => Promise<void>,
): Promise<PhraseCounter> {
  const counter = new PhraseCounter(phrases);
  await pause();
  for (const part of texts.flatMap(partsOf)) {
    counter.read(part);
    await pause();
  }
  return counter;
}
