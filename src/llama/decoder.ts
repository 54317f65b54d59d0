/** The Llama decoder: token ids → logits. Pre-norm blocks of attention and SwiGLU (arXiv 2302.13971). */
import { add, mul, reshape, rmsNorm, silu } from '../graph/build';
import type { Value } from '../graph/ir';
import { attention, type Sequence } from './attention';
import type { LlamaConfig } from './config';
import { project, projectAll, required, requiredTable, type Parameters } from './linear';
import { rowsOf, timesRows } from './tables';
import { attentionNorm, EMBEDDING, FINAL_NORM, HEAD, mlpNorm, moduleName } from './weights';

/** What a model computes for B sequences of T tokens. */
export interface ForwardPass {
  /** [B·T, V] */
  readonly logits: Value;
  /** The residual stream before the first block and after each one: L + 1 times [B·T, H], without the final norm. */
  readonly hiddenStates: readonly Value[];
}

/** ids i32 [B, T] → logits and hidden states. */
export function decoder(
  ids: Value,
  config: LlamaConfig,
  sequence: Sequence,
  parameters: Parameters,
): ForwardPass {
  const hiddenStates = stream(ids, config, sequence, parameters);
  return { logits: head(hiddenStates.at(-1) ?? ids, config, parameters), hiddenStates };
}

/** ids i32 [B, T] → the residual stream before the first block and after each one: L + 1 times [B·T, H]. */
export function stream(ids: Value, config: LlamaConfig, sequence: Sequence, parameters: Parameters): Value[] {
  let x = embed(ids, config, parameters);
  const states = [x];
  for (let layer = 0; layer < config.layers; layer++) {
    x = block(x, layer, config, sequence, parameters);
    states.push(x);
  }
  return states;
}

/** ids i32 [B, T] → [B·T, H]. */
export function embed(ids: Value, config: LlamaConfig, parameters: Parameters): Value {
  const [B = 0, T = 0] = ids.shape;
  return reshape(rowsOf(requiredTable(parameters, EMBEDDING), ids), [B * T, config.hiddenSize]);
}

/** The residual stream [B·T, H] after one more block. */
export function block(
  before: Value,
  layer: number,
  config: LlamaConfig,
  sequence: Sequence,
  parameters: Parameters,
): Value {
  const norm = (y: Value, name: string): Value =>
    rmsNorm(y, required(parameters, name), config.rmsNormEpsilon);
  const x = add(before, attention(norm(before, attentionNorm(layer)), layer, config, sequence, parameters));
  return add(x, swiGlu(norm(x, mlpNorm(layer)), layer, parameters));
}

/** The residual stream after the last block [n, H] → logits [n, V], with the final norm. */
export function head(x: Value, config: LlamaConfig, parameters: Parameters): Value {
  const normed = rmsNorm(x, required(parameters, FINAL_NORM), config.rmsNormEpsilon);
  return timesRows(normed, requiredTable(parameters, config.tiedHead ? EMBEDDING : HEAD));
}

/** down(silu(gate(x)) · up(x)), silu(z) = z σ(z) (arXiv 2002.05202). */
function swiGlu(x: Value, layer: number, parameters: Parameters): Value {
  const names = (['gate_proj', 'up_proj'] as const).map((name) => moduleName(layer, name));
  const [gate = x, up = x] = projectAll(x, names, parameters);
  return project(mul(silu(gate), up), moduleName(layer, 'down_proj'), parameters);
}
