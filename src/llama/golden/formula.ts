/** The weights of the golden models, by the same formula as in tools/golden/llama.py. */
import { size, type Shape } from '../../base/shape';
import type { LlamaConfig } from '../config';
import { weightShapes } from '../weights';

/** Element i of tensor t is offset + scale · sin(12.9898 (i + 1) + 78.233 (t + 1)). */
export function formula(t: number, shape: Shape, scale: number, offset = 0): Float32Array {
  return Float32Array.from(
    { length: size(shape) },
    (_, i) => offset + scale * Math.sin(12.9898 * (i + 1) + 78.233 * (t + 1)),
  );
}

export function formulaWeights(config: LlamaConfig): Map<string, { shape: Shape; data: Float32Array }> {
  return new Map(
    [...weightShapes(config)].map(([name, shape], t) => {
      const isNorm = name.includes('norm');
      return [name, { shape, data: formula(t, shape, isNorm ? 0.1 : 0.4, isNorm ? 1 : 0) }];
    }),
  );
}
