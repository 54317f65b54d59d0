/** The numbers of config.json. Limits are far above any published model, and keep a damaged file from filling memory. */
import { v } from '../base/schema';

const upTo = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));

export const count = {
  vocabulary: upTo(2 ** 22),
  /** features of the residual stream, or inside the MLP */
  features: upTo(2 ** 20),
  layers: upTo(1024),
  heads: upTo(1024),
  /** tokens of a sequence */
  context: upTo(2 ** 26),
};

export const positive = v.pipe(v.number(), v.finite(), v.minValue(Number.MIN_VALUE));

/** Of rotary positions: with less, angles leave the range of numbers. */
export const atLeastOne = v.pipe(v.number(), v.finite(), v.minValue(1));

const tokenId = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 22));

/** One id, several or none. */
export const tokenIds = v.pipe(
  v.optional(v.nullable(v.union([tokenId, v.array(tokenId)])), null),
  v.transform((ids) => (ids === null ? [] : [ids].flat())),
);

/** A key that may only be absent, null or one value; `said`: what is expected in place of another. */
const only = (same: unknown, said: string) =>
  v.pipe(
    v.unknown(),
    v.check((value) => value === undefined || value === null || value === same, said),
  );

/** Features of a head that are rotated, as a share: of all that is built, each is. */
export const rotatedShare = v.optional(only(1, '1'));

/** How the weights are stored: few bits are read from GGUF, or made here. */
export const quantization = v.optional(only(null, 'absent, with weights in F32, F16, BF16 or F64'));

export const attentionKinds = v.optional(
  v.nullable(v.array(v.picklist(['full_attention', 'sliding_attention']))),
);

const absent = v.optional(only(null, 'absent'));
const factor = v.optional(only(1, '1'));

/**
 * What models derived from these families add to a block under the same `model_type`. Such a model would run, and compute
 * something else.
 */
export const addedMaths = {
  attn_logit_softcapping: absent,
  final_logit_softcapping: absent,
  clip_qkv: absent,
  num_experts: absent,
  num_local_experts: absent,
  embedding_multiplier: factor,
  residual_multiplier: factor,
  attention_multiplier: absent,
  logits_scaling: factor,
  logit_scale: factor,
};
