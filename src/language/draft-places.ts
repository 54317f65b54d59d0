/** Where drafted terms are in a text: the first places of each, and the sentences around them. */
import { TermIndex } from '../text/term-index';

export interface TermPlace {
  /** the folded paragraph */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Places kept for each term. */
const MOST = 200;

export class DraftPlaces {
  readonly #index: TermIndex<string>;
  readonly #places = new Map<string, TermPlace[]>();

  constructor(terms: readonly string[]) {
    this.#index = new TermIndex(terms.map((term) => [term, term] as const));
  }

  /** Reads a folded paragraph. */
  read(text: string): void {
    for (const { start, end, value } of this.#index.all(text)) {
      const known = this.#places.get(value) ?? [];
      if (known.length === MOST) continue;
      known.push({ text, start, end });
      this.#places.set(value, known);
    }
  }

  of(term: string): readonly TermPlace[] {
    return this.#places.get(term) ?? [];
  }
}

/** The first `most` sentences at different places, each cut off if it is long. */
export function sentencesAt(places: readonly TermPlace[], most: number): string[] {
  const sentences = new Set<string>();
  for (const { text, start, end } of places) {
    if (sentences.size === most) break;
    const from = text.lastIndexOf('. ', start) + 2;
    const stop = text.indexOf('. ', end);
    sentences.add(
      text.slice(from === 1 ? 0 : from, Math.min(stop < 0 ? text.length : stop + 1, start + 300)),
    );
  }
  return [...sentences];
}
