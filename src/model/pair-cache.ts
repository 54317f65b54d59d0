/**
 * Both inputs of equation 1 after each text that was generated from one prompt. At another α the model is needed only
 * from the first token on that differs from every text so far.
 */
import { combineRows, type PairRows } from './combine-rows';
import type { Equation1 } from './generation-inputs';
import type { SequenceInput } from './sequences';

/** Most bytes of logits per prompt; the oldest are dropped. */
const MOST_BYTES = 2 ** 25;

export class PairCache {
  /** By the generated tokens. */
  readonly #rows = new Map<string, PairRows>();
  #bytes = 0;

  constructor(private readonly input: Equation1) {}

  /** The α of the prompt's first answer. */
  get alpha(): number {
    return this.input.alpha;
  }

  /** What the baseline and the reinforced variant read once `generated` has been added to the prompt. */
  sequences(generated: readonly number[]): readonly [baseline: SequenceInput, reinforced: SequenceInput] {
    const { ids, translated } = this.input;
    const after = (prompt: Int32Array): Int32Array => Int32Array.from([...prompt, ...generated]);
    return [
      { variant: 'baseline', ids: after(translated?.ids ?? ids) },
      { variant: 'reinforced', ids: after(ids) },
    ];
  }

  /** The logits [V] of equation 1 after the tokens `generated`; null where the model was not asked. */
  combined(generated: readonly number[], alpha: number): Float32Array | null {
    const rows = this.#rows.get(generated.join());
    return rows ? combineRows(rows, this.#rules, alpha) : null;
  }

  /** Keeps what the model gives after the tokens `generated`, as copies. Returns the logits of equation 1. */
  keep(generated: readonly number[], { baseline, reinforced }: PairRows, alpha: number): Float32Array {
    const rows = { baseline: baseline.slice(), reinforced: reinforced.slice() };
    const key = generated.join();
    if (!this.#rows.has(key)) this.#bytes += bytesOf(rows);
    this.#rows.set(key, rows);
    for (const [old, oldRows] of this.#rows) {
      if (this.#bytes <= MOST_BYTES || old === key) break;
      this.#rows.delete(old);
      this.#bytes -= bytesOf(oldRows);
    }
    return combineRows(rows, this.#rules, alpha);
  }

  get #rules() {
    const { space, translated } = this.input;
    return { space, forbidden: translated?.forbidden ?? [] };
  }
}

const bytesOf = ({ baseline, reinforced }: PairRows): number => baseline.byteLength + reinforced.byteLength;
