/** Random weights for a new model: normal with standard deviation 0.02, smaller for residual projections. */
import { prng } from '../../src/base/prng';
import { size } from '../../src/base/shape';
import type { LlamaConfig } from '../../src/llama/config';
import { layOut, view } from '../../src/llama/layout';
import { weightShapes } from '../../src/llama/weights';

const DEVIATION = 0.02;

/** All weights as one flat vector, in the order of `weightShapes`. */
export function initialWeights(config: LlamaConfig, seed: number): Float32Array {
  const random = prng(seed);
  const layout = layOut(weightShapes(config));
  const flat = new Float32Array(layout.size);
  const residual = DEVIATION / Math.sqrt(2 * config.layers);
  for (const [name, part] of layout.parts) {
    const isNorm = name.includes('norm');
    const isResidual = name.includes('o_proj') || name.includes('down_proj');
    const deviation = isResidual ? residual : DEVIATION;
    view(flat, part).set(
      Array.from({ length: size(part.shape) }, () => (isNorm ? 1 : deviation * random.normal())),
    );
  }
  return flat;
}
