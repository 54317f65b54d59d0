/** config.json of a model of the Llama family (families.ts), as Hugging Face transformers (4 and 5) writes it. */
import { v, validate, type Mismatch } from '../base/schema';
import {
  addedMaths,
  attentionKinds,
  atLeastOne,
  count,
  positive,
  quantization,
  rotatedShare,
  tokenIds,
} from './config-fields';
import { fail } from './errors';
import { families, familyNames, type Family, type FamilyName } from './families';
import { parseScaling, ropeParameters, type RopeScaling } from './rope-scaling';
import type { WeightBits } from './weight-bits';
import { isOfMlp, projections, type Projection } from './projections';

export interface LlamaConfig {
  readonly family: FamilyName;
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
  /** longest sequence, in tokens: that of the config, or its sliding window, within which attention is the same */
  readonly context: number;
  readonly rmsNormEpsilon: number;
  readonly ropeTheta: number;
  readonly ropeScaling: RopeScaling;
  /** whether the output head shares the weights of the embedding */
  readonly tiedHead: boolean;
  /** projections that add a bias */
  readonly biases: readonly Projection[];
  /** whether queries and keys are normalised, head by head, before they are rotated */
  readonly headNorms: boolean;
  /** each of these ends a text */
  readonly eosTokenIds: readonly number[];
  /** of the frozen weights as they are stored on the device; no file decides it, so it is 32 as read */
  readonly weightBits: WeightBits;
  /** how many rows of the embedding and of the head are stored together (tables.ts); null: all, as read */
  readonly tableRows: number | null;
}

const schema = v.object({
  model_type: v.picklist(familyNames),
  vocab_size: count.vocabulary,
  hidden_size: count.features,
  intermediate_size: count.features,
  num_hidden_layers: count.layers,
  num_attention_heads: count.heads,
  num_key_value_heads: v.optional(v.nullable(count.heads)),
  head_dim: v.optional(v.nullable(count.features)),
  max_position_embeddings: v.optional(count.context),
  original_max_position_embeddings: v.optional(v.nullable(count.context)),
  hidden_act: v.optional(v.picklist(['silu', 'swish']), 'silu'),
  rms_norm_eps: v.optional(positive, 1e-6),
  rope_theta: v.optional(atLeastOne),
  rope_scaling: v.optional(v.nullable(ropeParameters)),
  rope_parameters: v.optional(v.nullable(ropeParameters)),
  tie_word_embeddings: v.optional(v.boolean(), false),
  attention_bias: v.optional(v.boolean(), false),
  mlp_bias: v.optional(v.boolean(), false),
  sliding_window: v.optional(v.nullable(count.context)),
  use_sliding_window: v.optional(v.boolean()),
  eos_token_id: tokenIds,
  layer_types: attentionKinds,
  partial_rotary_factor: rotatedShare,
  quantization_config: quantization,
  ...addedMaths,
});

const generation = v.object({ eos_token_id: tokenIds });

type Unsupported = (mismatch: Mismatch) => never;
const inFile =
  (file: string): Unsupported =>
  (mismatch) =>
    fail('config/unsupported', { file, ...mismatch });

/**
 * Reads config.json and, if there is one, generation_config.json, whose end tokens count too. `file`: what errors call the
 * former, where another file says the same.
 * @throws LetheError config/unsupported naming the file and the field that does not fit
 */
export function parseConfig(
  json: unknown,
  generationJson: unknown = null,
  file = 'config.json',
): LlamaConfig {
  const unsupported = inFile(file);
  const raw = validate(schema, json, unsupported);
  const { defaults, headNorms, ...family } = families[raw.model_type] satisfies Family;
  const inGeneration: Unsupported = inFile('generation_config.json');
  const ends = validate(generation, generationJson ?? {}, inGeneration).eos_token_id;
  const vocabSize = raw.vocab_size;
  checkIds('eos_token_id', raw.eos_token_id, vocabSize, unsupported);
  checkIds('eos_token_id', ends, vocabSize, inGeneration);
  const heads = raw.num_attention_heads;
  const kvHeads = raw.num_key_value_heads ?? defaults.kvHeads ?? heads;
  const rope = raw.rope_parameters ?? raw.rope_scaling ?? {};
  if (heads % kvHeads !== 0) {
    unsupported({
      field: 'num_key_value_heads',
      expected: `a divisor of ${heads}`,
      got: String(kvHeads),
    });
  }
  const context = raw.max_position_embeddings ?? defaults.context;
  return {
    family: raw.model_type,
    vocabSize,
    hiddenSize: raw.hidden_size,
    intermediateSize: raw.intermediate_size,
    layers: raw.num_hidden_layers,
    heads,
    kvHeads,
    headDim: evenHeadDim(
      raw.head_dim ?? defaults.headDim ?? wholeHeadDim(raw.hidden_size, heads, unsupported),
      unsupported,
    ),
    context: Math.min(context, windowOf(raw, defaults) ?? context),
    rmsNormEpsilon: raw.rms_norm_eps,
    ropeTheta: rope.rope_theta ?? raw.rope_theta ?? 10_000,
    ropeScaling: parseScaling(rope, { ...raw, max_position_embeddings: context }, unsupported),
    tiedHead: raw.tie_word_embeddings,
    biases: family.biases ?? projections.filter((one) => (isOfMlp(one) ? raw.mlp_bias : raw.attention_bias)),
    headNorms,
    eosTokenIds: [...new Set([...raw.eos_token_id, ...ends])],
    weightBits: 32,
    tableRows: null,
  };
}

type Raw = v.InferOutput<typeof schema>;

/** Positions that a token attends to; null: all before it. */
function windowOf(
  { sliding_window: window, use_sliding_window: slides }: Raw,
  defaults: Family['defaults'],
): number | null {
  return (slides ?? defaults.slides) ? (window === undefined ? defaults.slidingWindow : window) : null;
}

function wholeHeadDim(hiddenSize: number, heads: number, unsupported: Unsupported): number {
  if (hiddenSize % heads === 0) return hiddenSize / heads;
  return unsupported({
    field: 'num_attention_heads',
    expected: `a divisor of ${hiddenSize}`,
    got: String(heads),
  });
}

/** Rotary positions turn pairs of features. */
function evenHeadDim(headDim: number, unsupported: Unsupported): number {
  if (headDim % 2 === 0) return headDim;
  return unsupported({ field: 'head_dim', expected: 'an even number', got: String(headDim) });
}

function checkIds(field: string, ids: readonly number[], vocabSize: number, refuse: Unsupported): void {
  const outside = ids.find((id) => id >= vocabSize);
  if (outside !== undefined) refuse({ field, expected: `below ${vocabSize}`, got: String(outside) });
}
