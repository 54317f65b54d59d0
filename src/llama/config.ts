/** config.json of a Llama-family model, as Hugging Face transformers (4 and 5) writes it. */
import { v, validate, type Mismatch } from '../base/schema';
import { atLeastOne, count, positive, tokenIds } from './config-fields';
import { fail } from './errors';
import { parseScaling, ropeParameters, type RopeScaling } from './rope-scaling';
import type { WeightBits } from './weight-bits';

export interface LlamaConfig {
  /** V */
  readonly vocabSize: number;
  /** H, features of the residual stream */
  readonly hiddenSize: number;
  /** F, features inside the MLP */
  readonly intermediateSize: number;
  readonly layers: number;
  /** query heads */
  readonly heads: number;
  /** key and value heads; divides `heads` */
  readonly kvHeads: number;
  /** d, features of a head */
  readonly headDim: number;
  /** longest sequence, in tokens */
  readonly context: number;
  readonly rmsNormEpsilon: number;
  readonly ropeTheta: number;
  readonly ropeScaling: RopeScaling;
  /** whether the output head shares the weights of the embedding */
  readonly tiedHead: boolean;
  readonly attentionBias: boolean;
  readonly mlpBias: boolean;
  /** each of these ends a text */
  readonly eosTokenIds: readonly number[];
  /** of the frozen weights as they are stored on the device; no file decides it, so it is 32 as read */
  readonly weightBits: WeightBits;
}

const schema = v.object({
  model_type: v.literal('llama'),
  vocab_size: count.vocabulary,
  hidden_size: count.features,
  intermediate_size: count.features,
  num_hidden_layers: count.layers,
  num_attention_heads: count.heads,
  num_key_value_heads: v.optional(v.nullable(count.heads)),
  head_dim: v.optional(v.nullable(count.features)),
  max_position_embeddings: v.optional(count.context, 2048),
  original_max_position_embeddings: v.optional(v.nullable(count.context)),
  hidden_act: v.optional(v.picklist(['silu', 'swish']), 'silu'),
  rms_norm_eps: v.optional(positive, 1e-6),
  rope_theta: v.optional(atLeastOne),
  rope_scaling: v.optional(v.nullable(ropeParameters)),
  rope_parameters: v.optional(v.nullable(ropeParameters)),
  tie_word_embeddings: v.optional(v.boolean(), false),
  attention_bias: v.optional(v.boolean(), false),
  mlp_bias: v.optional(v.boolean(), false),
  eos_token_id: tokenIds,
});

const generation = v.object({ eos_token_id: tokenIds });

type Unsupported = (mismatch: Mismatch) => never;
const inFile =
  (file: string): Unsupported =>
  (mismatch) =>
    fail('config/unsupported', { file, ...mismatch });
const unsupported: Unsupported = inFile('config.json');

/**
 * Reads config.json and, if there is one, generation_config.json, whose end tokens count too.
 * @throws LetheError config/unsupported naming the file and the field that does not fit
 */
export function parseConfig(json: unknown, generationJson: unknown = null): LlamaConfig {
  const raw = validate(schema, json, unsupported);
  const inGeneration: Unsupported = inFile('generation_config.json');
  const ends = validate(generation, generationJson ?? {}, inGeneration).eos_token_id;
  const vocabSize = raw.vocab_size;
  checkIds('eos_token_id', raw.eos_token_id, vocabSize, unsupported);
  checkIds('eos_token_id', ends, vocabSize, inGeneration);
  const heads = raw.num_attention_heads;
  const kvHeads = raw.num_key_value_heads ?? heads;
  const rope = raw.rope_parameters ?? raw.rope_scaling ?? {};
  if (heads % kvHeads !== 0) {
    unsupported({
      field: 'num_key_value_heads',
      expected: `a divisor of ${heads}`,
      got: String(kvHeads),
    });
  }
  return {
    vocabSize,
    hiddenSize: raw.hidden_size,
    intermediateSize: raw.intermediate_size,
    layers: raw.num_hidden_layers,
    heads,
    kvHeads,
    headDim: evenHeadDim(raw.head_dim ?? wholeHeadDim(raw.hidden_size, heads)),
    context: raw.max_position_embeddings,
    rmsNormEpsilon: raw.rms_norm_eps,
    ropeTheta: rope.rope_theta ?? raw.rope_theta ?? 10_000,
    ropeScaling: parseScaling(rope, raw, unsupported),
    tiedHead: raw.tie_word_embeddings,
    attentionBias: raw.attention_bias,
    mlpBias: raw.mlp_bias,
    eosTokenIds: [...new Set([...raw.eos_token_id, ...ends])],
    weightBits: 32,
  };
}

function wholeHeadDim(hiddenSize: number, heads: number): number {
  if (hiddenSize % heads === 0) return hiddenSize / heads;
  return unsupported({
    field: 'num_attention_heads',
    expected: `a divisor of ${hiddenSize}`,
    got: String(heads),
  });
}

/** Rotary positions turn pairs of features. */
function evenHeadDim(headDim: number): number {
  if (headDim % 2 === 0) return headDim;
  return unsupported({ field: 'head_dim', expected: 'an even number', got: String(headDim) });
}

function checkIds(field: string, ids: readonly number[], vocabSize: number, refuse: Unsupported): void {
  const outside = ids.find((id) => id >= vocabSize);
  if (outside !== undefined) refuse({ field, expected: `below ${vocabSize}`, got: String(outside) });
}
