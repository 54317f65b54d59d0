/** Grouped-query attention (arXiv 2305.13245) with rotary positions. */
import {
  add,
  matMul,
  reshape,
  rmsNorm,
  rotaryEmbedding,
  softmax,
  transpose,
  transposeLast,
} from '../graph/build';
import type { Value } from '../graph/ir';
import type { LlamaConfig } from './config';
import { project, projectAll, required, type Parameters } from './linear';
import type { Rope, RopeTables } from './rope';
import { keyNorm, moduleName, queryNorm } from './weights';

/** What a block needs to know about its B sequences of T new tokens each. */
export interface Sequence {
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

/** x [B·T, H] → [B·T, H]. */
export function attention(
  x: Value,
  layer: number,
  config: LlamaConfig,
  sequence: Sequence,
  parameters: Parameters,
): Value {
  const { heads, kvHeads, headDim: d } = config;
  const { batch: B, length: T, positions, rope } = sequence;
  /** The n heads of a projection, normalised if the model does that. */
  const normed = (y: Value, n: number, norm: string): Value =>
    config.headNorms
      ? rmsNorm(reshape(y, [B * T, n, d]), required(parameters, norm), config.rmsNormEpsilon)
      : y;
  const split = (y: Value, n: number): Value => transpose(reshape(y, [B, T, n, d]), [0, 2, 1, 3]); // [B, n, T, d]
  const rotate = (y: Value, n: number, { cos, sin }: RopeTables): Value =>
    rotaryEmbedding(reshape(y, [B, T, n * d]), positions, cos, sin, n);

  const names = (['q_proj', 'k_proj', 'v_proj'] as const).map((name) => moduleName(layer, name));
  const [q = x, k = x, v = x] = projectAll(x, names, parameters);
  const queries = split(rotate(normed(q, heads, queryNorm(layer)), heads, rope.queries), heads);
  const seen = sequence.attendTo(
    layer,
    split(rotate(normed(k, kvHeads, keyNorm(layer)), kvHeads, rope.keys), kvHeads),
    split(v, kvHeads),
  );

  // The heads of a group share keys and values, so that, stacked as rows, they need one product only.
  const grouped = reshape(queries, [B, kvHeads, (heads / kvHeads) * T, d]);
  const scores = matMul(grouped, transposeLast(seen.keys)); // [B, kv, g·T, S]
  const S = scores.shape.at(-1) ?? 0;
  const weights = softmax(add(reshape(scores, [B, heads, T, S]), seen.mask), 3);
  const mixed = matMul(reshape(weights, scores.shape), seen.values); // [B, kv, g·T, d]
  const merged = transpose(reshape(mixed, [B, heads, T, d]), [0, 2, 1, 3]); // [B, T, heads, d]
  return project(reshape(merged, [B * T, heads * d]), moduleName(layer, 'o_proj'), parameters);
}
