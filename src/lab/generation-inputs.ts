/** The inputs of one generation: every prompt for every requested variant, equation 1 included. */
import type { ModelFiles } from '../files/model-files';
import type { AdapterVariant } from '../model/adapter-bank';
import { generationInputOf, type VariantRef } from '../model/evaluated-model';
import type { ModelVariant, GenerationInput } from '../model/generation-inputs';
import { groupEntities } from '../text/entities';
import { createMatcher } from '../text/matcher';
import { translate } from '../text/translate';
import type { RunSettings } from '../methods/settings';
import type { TextSettings } from './prepared';
import type { Dataset } from './dataset';

/** What the baseline reads inside equation 1: the prompt itself ("inference-only"), or its generic translation. */
type Reading = 'prompt' | 'translation';

export interface GenerationRequest {
  /** as tokens, with what comes before a text */
  readonly prompts: readonly Int32Array[];
  readonly variants: readonly ModelVariant[];
  /** @default 'prompt' */
  readonly baselineReads?: Reading;
}

/** What an answer depends on, besides the variant. */
export type AskSettings = TextSettings & Pick<RunSettings, 'logitSpace' | 'alpha'>;

/** Prompts × variants, variants fastest. */
export function generationInputsOf(
  { prompts, variants, baselineReads = 'prompt' }: GenerationRequest,
  { tokenizer, config }: ModelFiles,
  { dictionary }: Dataset,
  { logitSpace, alpha, ...rules }: AskSettings,
  refOf: (variant: AdapterVariant) => VariantRef,
): GenerationInput[] {
  const matcher =
    baselineReads === 'prompt' ? null : createMatcher(groupEntities(dictionary), tokenizer, rules);
  return prompts.flatMap((ids, block) => {
    const aligned = matcher && translate(ids, matcher, { ...rules, block, context: config.context });
    const translated = aligned && {
      ids: aligned.translated,
      forbidden: aligned.forbidden.map(({ id }) => id),
    };
    return variants.map((variant): GenerationInput =>
      variant === 'equation1'
        ? { variant, ids, translated, space: logitSpace, alpha }
        : generationInputOf({ variantRef: refOf(variant) }, ids),
    );
  });
}
