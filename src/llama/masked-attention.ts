/** Grouped-query attention (arXiv 2305.13245) with rotary positions, of any tokens to any others: a mask says which. */
import { add, matMul, reshape, rotaryEmbedding, softmax, transpose, transposeLast } from '../graph/build';
import type { Value } from '../graph/ir';
import type { Sequence } from './attention';
import type { LlamaConfig } from './config';
import type { Rope, RopeTables } from './rope';

export interface MaskedRules {
  readonly batch: number;
  readonly length: number;
  /** position of each token, i64 [B, T] */
  readonly positions: Value;
  readonly rope: Rope;
  /**
   * What the queries of a layer may attend to, given the new keys and values [B, kv, T, d]: keys and values
   * [B, kv, S, d], and a mask that is added to the scores, broadcast to [B, heads, T, S].
   */
  attendTo(layer: number, keys: Value, values: Value): { keys: Value; values: Value; mask: Value };
}

export function maskedSequence(config: LlamaConfig, rules: MaskedRules): Sequence {
  const { heads, kvHeads, headDim: d } = config;
  const { batch: B, length: T, positions, rope } = rules;
  const split = (y: Value, n: number): Value => transpose(reshape(y, [B, T, n, d]), [0, 2, 1, 3]); // [B, n, T, d]
  const rotate = (y: Value, n: number, { cos, sin }: RopeTables): Value =>
    split(rotaryEmbedding(y, positions, cos, sin, n), n);
  return {
    batch: B,
    length: T,
    attend(layer, { queries, keys, values }) {
      const asked = rotate(queries, heads, rope.queries);
      const seen = rules.attendTo(layer, rotate(keys, kvHeads, rope.keys), split(values, kvHeads));
      // The heads of a group share keys and values, so that, stacked as rows, they need one product only.
      const grouped = reshape(asked, [B, kvHeads, (heads / kvHeads) * T, d]);
      const scores = matMul(grouped, transposeLast(seen.keys)); // [B, kv, g·T, S]
      const S = scores.shape.at(-1) ?? 0;
      const weights = softmax(add(reshape(scores, [B, heads, T, S]), seen.mask), 3);
      const mixed = matMul(reshape(weights, scores.shape), seen.values); // [B, kv, g·T, d]
      return reshape(transpose(reshape(mixed, [B, heads, T, d]), [0, 2, 1, 3]), [B, T, heads * d]);
    },
  };
}
