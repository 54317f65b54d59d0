/** Weights that stand in for those of a model: a training step over them takes what one of the model takes. */
import { size } from '../base/shape';
import type { LlamaConfig } from '../llama/config';
import { weightShapes } from '../llama/weights';
import type { HostWeights } from './host-weights';

/** Numbers between −0.05 and 0.05, the same ones each time; gains 1. */
export function standInWeights(config: LlamaConfig): HostWeights {
  let state = 1;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  return new Map(
    [...weightShapes(config)].map(([name, of]) => {
      const data = new Float32Array(size(of)).fill(1);
      if (!name.includes('norm')) for (let i = 0; i < data.length; i++) data[i] = 0.1 * next();
      return [name, { shape: of, data }];
    }),
  );
}
