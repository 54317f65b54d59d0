/** config.json of a Llama-family model, as Hugging Face transformers (4 and 5) writes it. */
import { fail } from './errors';
import { v, validate } from '../base/schema';

/** How rotary frequencies are scaled for contexts longer than those of pretraining. */
export type RopeScaling =
  | { readonly type: 'none' }
  | { readonly type: 'linear'; readonly factor: number }
  | {
      readonly type: 'llama3';
      readonly factor: number;
      readonly lowFreqFactor: number;
      readonly highFreqFactor: number;
      readonly originalContext: number;
    };

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
  readonly bosTokenId: number | null;
  readonly eosTokenId: number | null;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const positive = v.pipe(v.number(), v.minValue(Number.MIN_VALUE));
const tokenId = v.optional(v.nullable(v.union([v.number(), v.array(v.number())])), null);

const linearScaling = v.object({ factor: positive });
const llama3Scaling = v.object({
  factor: positive,
  low_freq_factor: positive,
  high_freq_factor: positive,
  original_max_position_embeddings: count,
});
const ropeParameters = v.looseObject({
  rope_theta: v.optional(positive),
  rope_type: v.optional(v.string()),
  type: v.optional(v.string()),
});

const schema = v.object({
  model_type: v.literal('llama'),
  vocab_size: count,
  hidden_size: count,
  intermediate_size: count,
  num_hidden_layers: count,
  num_attention_heads: count,
  num_key_value_heads: v.optional(v.nullable(count)),
  head_dim: v.optional(v.nullable(count)),
  max_position_embeddings: v.optional(count, 2048),
  hidden_act: v.optional(v.literal('silu'), 'silu'),
  rms_norm_eps: v.optional(positive, 1e-6),
  rope_theta: v.optional(positive),
  rope_scaling: v.optional(v.nullable(ropeParameters)),
  rope_parameters: v.optional(v.nullable(ropeParameters)),
  tie_word_embeddings: v.optional(v.boolean(), false),
  attention_bias: v.optional(v.boolean(), false),
  mlp_bias: v.optional(v.boolean(), false),
  bos_token_id: tokenId,
  eos_token_id: tokenId,
});

const unsupported = (mismatch: { field: string; expected: string; got: string }): never =>
  fail('config/unsupported', mismatch);

/** Reads config.json. @throws LetheError config/unsupported naming the field that does not fit */
export function parseConfig(json: unknown): LlamaConfig {
  const raw = validate(schema, json, unsupported);
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
    vocabSize: raw.vocab_size,
    hiddenSize: raw.hidden_size,
    intermediateSize: raw.intermediate_size,
    layers: raw.num_hidden_layers,
    heads,
    kvHeads,
    headDim: raw.head_dim ?? wholeHeadDim(raw.hidden_size, heads),
    context: raw.max_position_embeddings,
    rmsNormEpsilon: raw.rms_norm_eps,
    ropeTheta: rope.rope_theta ?? raw.rope_theta ?? 10_000,
    ropeScaling: parseScaling(rope),
    tiedHead: raw.tie_word_embeddings,
    attentionBias: raw.attention_bias,
    mlpBias: raw.mlp_bias,
    bosTokenId: firstId(raw.bos_token_id),
    eosTokenId: firstId(raw.eos_token_id),
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

function firstId(id: number | number[] | null): number | null {
  return Array.isArray(id) ? (id[0] ?? null) : id;
}

function parseScaling(rope: v.InferOutput<typeof ropeParameters>): RopeScaling {
  const type = rope.rope_type ?? rope.type ?? 'default';
  if (type === 'default') return { type: 'none' };
  if (type === 'linear') return { type, ...validate(linearScaling, rope, unsupported) };
  if (type !== 'llama3') {
    return unsupported({ field: 'rope_type', expected: 'default, linear or llama3', got: type });
  }
  const raw = validate(llama3Scaling, rope, unsupported);
  return {
    type,
    factor: raw.factor,
    lowFreqFactor: raw.low_freq_factor,
    highFreqFactor: raw.high_freq_factor,
    originalContext: raw.original_max_position_embeddings,
  };
}
