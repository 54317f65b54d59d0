/** How rotary frequencies are scaled for contexts longer than those of pretraining, as config.json says it. */
import { v, validate, type Mismatch } from '../base/schema';
import { atLeastOne, count, positive, rotatedShare } from './config-fields';

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

/** `rope_parameters` of transformers 5, or `rope_scaling` of transformers 4. */
export const ropeParameters = v.looseObject({
  rope_theta: v.optional(atLeastOne),
  rope_type: v.optional(v.string()),
  type: v.optional(v.string()),
  partial_rotary_factor: rotatedShare,
});

const linear = v.object({ factor: atLeastOne });
const llama3 = v.object({
  factor: atLeastOne,
  low_freq_factor: positive,
  high_freq_factor: positive,
  original_max_position_embeddings: v.optional(count.context),
});

/** The contexts that the rest of config.json names. */
interface Contexts {
  readonly max_position_embeddings: number;
  /** wins over the one beside the factors, as in transformers */
  readonly original_max_position_embeddings?: number | null | undefined;
}

export function parseScaling(
  rope: v.InferOutput<typeof ropeParameters>,
  contexts: Contexts,
  unsupported: (mismatch: Mismatch) => never,
): RopeScaling {
  const type = rope.rope_type ?? rope.type ?? 'default';
  if (type === 'default') return { type: 'none' };
  if (type === 'linear') return { type, ...validate(linear, rope, unsupported) };
  if (type !== 'llama3') {
    return unsupported({ field: 'rope_type', expected: 'default, linear or llama3', got: type });
  }
  const raw = validate(llama3, rope, unsupported);
  return {
    type,
    factor: raw.factor,
    lowFreqFactor: raw.low_freq_factor,
    highFreqFactor: raw.high_freq_factor,
    originalContext:
      contexts.original_max_position_embeddings ??
      raw.original_max_position_embeddings ??
      contexts.max_position_embeddings,
  };
}
