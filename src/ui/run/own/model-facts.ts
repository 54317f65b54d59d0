/** What a model is by its config, and what a run of it would take on this device. */
import { offeredMemory } from '../../../base/browser';
import { hasCode } from '../../../base/errors';
import { size } from '../../../base/shape';
import { planFor } from '../../../lab/plan-for';
import type { LlamaConfig } from '../../../llama/config';
import { families } from '../../../llama/families';
import { weightShapes } from '../../../llama/weights';
import type { RunSettings } from '../../../methods/settings';
import { modelErrors } from '../../../model/errors';
import type { Plan } from '../../../model/execution';
import { totalOf } from '../../../model/plan-bytes';
import { bitChoices, type BitChoice } from '../../../model/plan-choice';

/** The settings that decide what a run takes. */
type EstimateSettings = Pick<RunSettings, 'plan' | 'unlearn' | 'blockLength' | 'lora'>;

/** Memory with weights of these bits; null: it does not fit. */
interface Estimate {
  readonly bits: BitChoice;
  readonly fits: { readonly plan: Plan; readonly bytes: number } | null;
}

export interface ModelFacts {
  /** name of its family */
  readonly family: string;
  readonly parameters: number;
  /** longest sequence, in tokens */
  readonly context: number;
  readonly vocabulary: number;
  readonly estimates: readonly Estimate[];
}

export const parametersOf = (config: LlamaConfig): number =>
  [...weightShapes(config).values()].reduce((sum, shape) => sum + size(shape), 0);

export function factsOf(config: LlamaConfig, settings: EstimateSettings): ModelFacts {
  return {
    family: families[config.family].name,
    parameters: parametersOf(config),
    context: config.context,
    vocabulary: config.vocabSize,
    estimates: bitChoices.map((bits) => estimateOf(config, bits, settings)),
  };
}

/** On WASM, which every browser has. */
function estimateOf(config: LlamaConfig, weightBits: BitChoice, settings: EstimateSettings): Estimate {
  try {
    const device = { offers: offeredMemory(), copiesFeeds: true };
    const { plan, bytes } = planFor(config, { ...settings, weightBits }, device);
    return { bits: weightBits, fits: { plan, bytes: totalOf(bytes[plan]) } };
  } catch (error) {
    if (!hasCode(error, modelErrors, 'plan/too-big')) throw error;
    return { bits: weightBits, fits: null };
  }
}
