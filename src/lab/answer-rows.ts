/**
 * The batch that answers prompts: one sequence for every variant, and two for equation 1, which are combined on the host
 * so that their logits can be kept for another α.
 */
import type { GenerateSettings, Written } from '../model/generate';
import type { GenerationInput } from '../model/generation-inputs';
import { PairCache } from '../model/pair-cache';
import type { SequenceInput } from '../model/sequences';

interface AnswerRow {
  readonly sequence: SequenceInput;
  /** the answer that it writes */
  readonly answer: number;
  /** the cache of its pair, and the place of the pair's baseline in the batch; null for a plain variant */
  readonly pair: { readonly cache: PairCache; readonly first: number } | null;
}

export class AnswerRows {
  readonly #rows: AnswerRow[] = [];
  readonly #ids: number[][];
  /** the caches of equation 1, by answer */
  readonly caches = new Map<number, PairCache>();

  constructor(inputs: readonly GenerationInput[]) {
    inputs.forEach((one, answer) => {
      if (one.variant !== 'equation1') {
        this.#rows.push({ sequence: one, answer, pair: null });
        return;
      }
      const cache = new PairCache(one);
      const pair = { cache, first: this.#rows.length };
      this.caches.set(answer, cache);
      for (const sequence of cache.sequences([])) this.#rows.push({ sequence, answer, pair });
    });
    this.#ids = this.#rows.map(() => []);
  }

  get sequences(): SequenceInput[] {
    return this.#rows.map(({ sequence }) => sequence);
  }

  /** For `generate`: both sequences of a pair choose from the logits of equation 1. */
  readonly logitsOf: NonNullable<GenerateSettings['logitsOf']> = (input, rowOf) => {
    const pair = this.#rows[input]?.pair;
    if (!pair) return rowOf(input);
    const { cache, first } = pair;
    const ids = this.#ids[input] ?? [];
    if (input !== first) return cache.combined(ids, cache.alpha) ?? rowOf(input);
    return cache.keep(ids, { baseline: rowOf(first), reinforced: rowOf(first + 1) }, cache.alpha);
  };

  /** The new tokens by answer. A pair of which one text has filled the context writes no more. */
  answered(written: readonly Written[]): { readonly answer: number; readonly written: Written }[] {
    const inputs = new Set(written.map(({ input }) => input));
    return written.flatMap((one) => {
      const row = this.#rows[one.input];
      this.#ids[one.input]?.push(one.id);
      if (!row) return [];
      const { answer, pair } = row;
      const speaks = pair === null || (one.input === pair.first && inputs.has(pair.first + 1));
      return speaks ? [{ answer, written: one }] : [];
    });
  }
}
