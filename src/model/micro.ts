/** A micro model with random weights, for tests. */
import { prng } from '../base/prng';
import { size } from '../base/shape';
import { parseConfig, type LlamaConfig } from '../llama/config';
import { weightShapes } from '../llama/weights';
import type { HostWeights } from './host-weights';

export const microConfig: LlamaConfig = parseConfig({
  model_type: 'llama',
  vocab_size: 48,
  hidden_size: 16,
  intermediate_size: 32,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  max_position_embeddings: 64,
  tie_word_embeddings: true,
});

/** Normal weights with deviation 0.2, gains 1. */
export function microWeights(config: LlamaConfig, seed = 1): HostWeights {
  const random = prng(seed);
  return new Map(
    [...weightShapes(config)].map(([name, shape]) => {
      const isNorm = name.includes('norm');
      const data = Float32Array.from({ length: size(shape) }, () => (isNorm ? 1 : 0.2 * random.normal()));
      return [name, { shape, data }];
    }),
  );
}
