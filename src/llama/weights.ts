/** Names and shapes of a Llama's weights as stored by Hugging Face (matrices [out, in]). */
import type { Shape } from '../base/shape';
import type { LlamaConfig } from './config';

/** The seven linear maps of a block, each of which may have a LoRA adapter. */
export const projections = [
  'q_proj',
  'k_proj',
  'v_proj',
  'o_proj',
  'gate_proj',
  'up_proj',
  'down_proj',
] as const;
export type Projection = (typeof projections)[number];

export const EMBEDDING = 'model.embed_tokens.weight';
export const FINAL_NORM = 'model.norm.weight';
export const HEAD = 'lm_head.weight';
export const attentionNorm = (layer: number): string => `model.layers.${layer}.input_layernorm.weight`;
export const mlpNorm = (layer: number): string => `model.layers.${layer}.post_attention_layernorm.weight`;

/** `model.layers.3.self_attn.q_proj`, without `.weight`. */
export function moduleName(layer: number, projection: Projection): string {
  const part =
    projection === 'gate_proj' || projection === 'up_proj' || projection === 'down_proj'
      ? 'mlp'
      : 'self_attn';
  return `model.layers.${layer}.${part}.${projection}`;
}

/** [out, in] of a projection. */
export function projectionShape(config: LlamaConfig, projection: Projection): readonly [number, number] {
  const { hiddenSize, intermediateSize, heads, kvHeads, headDim } = config;
  switch (projection) {
    case 'q_proj':
      return [heads * headDim, hiddenSize];
    case 'k_proj':
    case 'v_proj':
      return [kvHeads * headDim, hiddenSize];
    case 'o_proj':
      return [hiddenSize, heads * headDim];
    case 'gate_proj':
    case 'up_proj':
      return [intermediateSize, hiddenSize];
    case 'down_proj':
      return [hiddenSize, intermediateSize];
  }
}

function hasBias(config: LlamaConfig, projection: Projection): boolean {
  return moduleName(0, projection).includes('.mlp.') ? config.mlpBias : config.attentionBias;
}

/** Every weight of the model with its shape, in the order of the forward pass. */
export function weightShapes(config: LlamaConfig): Map<string, Shape> {
  const { hiddenSize, vocabSize } = config;
  const shapes = new Map<string, Shape>([[EMBEDDING, [vocabSize, hiddenSize]]]);
  for (let layer = 0; layer < config.layers; layer++) {
    shapes.set(attentionNorm(layer), [hiddenSize]);
    shapes.set(mlpNorm(layer), [hiddenSize]);
    for (const projection of projections) {
      const [out, into] = projectionShape(config, projection);
      shapes.set(`${moduleName(layer, projection)}.weight`, [out, into]);
      if (hasBias(config, projection)) shapes.set(`${moduleName(layer, projection)}.bias`, [out]);
    }
  }
  shapes.set(FINAL_NORM, [hiddenSize]);
  if (!config.tiedHead) shapes.set(HEAD, [vocabSize, hiddenSize]);
  return shapes;
}
