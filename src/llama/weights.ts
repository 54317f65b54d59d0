/** Names and shapes of a Llama's weights as stored by Hugging Face (matrices [out, in]). */
import type { Shape } from '../base/shape';
import type { LlamaConfig } from './config';
import { isOfMlp, projections, type Projection } from './projections';

export const EMBEDDING = 'model.embed_tokens.weight';
export const FINAL_NORM = 'model.norm.weight';
export const HEAD = 'lm_head.weight';
const ATTENTION_NORM = 'input_layernorm.weight';
const MLP_NORM = 'post_attention_layernorm.weight';
const QUERY_NORM = 'self_attn.q_norm.weight';
const KEY_NORM = 'self_attn.k_norm.weight';
/** The name in the model of what is called `name` in its block. */
export const inBlock = (layer: number, name: string): string => `model.layers.${layer}.${name}`;
export const attentionNorm = (layer: number): string => inBlock(layer, ATTENTION_NORM);
export const mlpNorm = (layer: number): string => inBlock(layer, MLP_NORM);
export const queryNorm = (layer: number): string => inBlock(layer, QUERY_NORM);
export const keyNorm = (layer: number): string => inBlock(layer, KEY_NORM);

/** `model.layers.3.self_attn.q_proj`, without `.weight`. */
export const moduleName = (layer: number, projection: Projection): string =>
  inBlock(layer, nameInBlock(projection));

function nameInBlock(projection: Projection): string {
  return `${isOfMlp(projection) ? 'mlp' : 'self_attn'}.${projection}`;
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

/** Every weight of one block with its shape, by its name in the block. */
export function blockShapes(config: LlamaConfig): Map<string, Shape> {
  const { hiddenSize } = config;
  const shapes = new Map<string, Shape>([
    [ATTENTION_NORM, [hiddenSize]],
    [MLP_NORM, [hiddenSize]],
  ]);
  for (const projection of projections) {
    const [out, into] = projectionShape(config, projection);
    const name = nameInBlock(projection);
    shapes.set(`${name}.weight`, [out, into]);
    if (config.biases.includes(projection)) shapes.set(`${name}.bias`, [out]);
  }
  if (config.headNorms) for (const norm of [QUERY_NORM, KEY_NORM]) shapes.set(norm, [config.headDim]);
  return shapes;
}

/** Every weight of the model with its shape, in the order of the forward pass. */
export function weightShapes(config: LlamaConfig): Map<string, Shape> {
  const { hiddenSize, vocabSize } = config;
  const shapes = new Map<string, Shape>([[EMBEDDING, [vocabSize, hiddenSize]]]);
  for (let layer = 0; layer < config.layers; layer++)
    for (const [name, shape] of blockShapes(config)) shapes.set(inBlock(layer, name), shape);
  shapes.set(FINAL_NORM, [hiddenSize]);
  if (!config.tiedHead) shapes.set(HEAD, [vocabSize, hiddenSize]);
  return shapes;
}
