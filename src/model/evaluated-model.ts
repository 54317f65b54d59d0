/** A model under evaluation: one of its adapter variants, or equation 1 over its baseline and reinforced variants. */
import type { LogitSpace } from '../llama/graphs/combine';
import type { AdapterBank, AdapterVariant } from './adapter-bank';
import type { Model } from './model';
import type { GenerationInput } from './generation-inputs';

/** Equation 1 where both variants read the same text ("inference-only"). */
interface Equation1Ref {
  readonly variant: 'equation1';
  readonly alpha: number;
  readonly space: LogitSpace;
}

export type VariantRef = { readonly variant: AdapterVariant } | Equation1Ref;

export interface EvaluatedModel {
  readonly model: Model;
  readonly bank: AdapterBank;
  readonly variantRef: VariantRef;
}

/** The model as a generation input that continues `ids`. */
export function generationInputOf(
  { variantRef }: Pick<EvaluatedModel, 'variantRef'>,
  ids: Int32Array,
): GenerationInput {
  if (variantRef.variant !== 'equation1') return { variant: variantRef.variant, ids };
  const { variant, alpha, space } = variantRef;
  return { variant, ids, translated: null, space, alpha };
}

/** The variants that read a text: one, or two for equation 1. */
export function adapterVariantsOf({ variantRef: { variant } }: EvaluatedModel): readonly AdapterVariant[] {
  return variant === 'equation1' ? ['baseline', 'reinforced'] : [variant];
}
