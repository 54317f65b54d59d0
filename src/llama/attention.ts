/** The attention of a block: its projections, around what its tokens take from each other. */
import { reshape, rmsNorm } from '../graph/build';
import type { Value } from '../graph/ir';
import type { LlamaConfig } from './config';
import { project, projectAll, required, type Parameters } from './linear';
import { keyNorm, moduleName, queryNorm } from './weights';

/** B sequences of T new tokens each. */
export interface Sequence {
  readonly batch: number;
  readonly length: number;
  /** What the tokens take from those that they may attend to, [B, T, heads · d]. */
  attend(layer: number, projected: Projected): Value;
}

/** Queries [B, T, heads · d], and keys and values [B, T, kv · d], not rotated yet. */
interface Projected {
  readonly queries: Value;
  readonly keys: Value;
  readonly values: Value;
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
  const { batch: B, length: T } = sequence;
  const names = (['q_proj', 'k_proj', 'v_proj'] as const).map((name) => moduleName(layer, name));
  const [q = x, k = x, v = x] = projectAll(x, names, parameters);
  const asRows = (y: Value, n: number): Value => reshape(y, [B, T, n * d]);
  /** The n heads of a projection, normalised if the model does that. */
  const normed = (y: Value, n: number, norm: string): Value =>
    config.headNorms
      ? rmsNorm(reshape(y, [B * T, n, d]), required(parameters, norm), config.rmsNormEpsilon)
      : y;
  const mixed = sequence.attend(layer, {
    queries: asRows(normed(q, heads, queryNorm(layer)), heads),
    keys: asRows(normed(k, kvHeads, keyNorm(layer)), kvHeads),
    values: asRows(v, kvHeads),
  });
  return project(reshape(mixed, [B * T, heads * d]), moduleName(layer, 'o_proj'), parameters);
}
