/** The Llama decoder: token ids → logits. Pre-norm blocks of attention and SwiGLU (arXiv 2302.13971). */
import { add, gather, matMul, mul, reshape, rmsNorm, sigmoid, transposeLast } from '../graph/build';
import type { Value } from '../graph/ir';
import { attention, type Sequence } from './attention';
import type { LlamaConfig } from './config';
import { project, required, type Parameters } from './linear';
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
  const N = sequence.batch * sequence.length;
  const embedding = required(parameters, EMBEDDING);
  const norm = (y: Value, name: string): Value =>
    rmsNorm(y, required(parameters, name), config.rmsNormEpsilon);
  let x = reshape(gather(embedding, ids), [N, config.hiddenSize]); // [B·T, H]
  const hiddenStates = [x];
  for (let layer = 0; layer < config.layers; layer++) {
    x = add(x, attention(norm(x, attentionNorm(layer)), layer, config, sequence, parameters));
    x = add(x, swiGlu(norm(x, mlpNorm(layer)), layer, parameters));
    hiddenStates.push(x);
  }
  const head = config.tiedHead ? embedding : required(parameters, HEAD);
  return { logits: matMul(norm(x, FINAL_NORM), transposeLast(head)), hiddenStates };
}

/** down(silu(gate(x)) · up(x)), silu(z) = z σ(z) (arXiv 2002.05202). */
function swiGlu(x: Value, layer: number, parameters: Parameters): Value {
  const gate = project(x, moduleName(layer, 'gate_proj'), parameters);
  const up = project(x, moduleName(layer, 'up_proj'), parameters);
  return project(mul(mul(gate, sigmoid(gate)), up), moduleName(layer, 'down_proj'), parameters);
}
