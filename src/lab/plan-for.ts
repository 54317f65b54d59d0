/** Which plan a model is run by, and with which weights, for the trainings of these settings. */
import type { LlamaConfig } from '../llama/config';
import type { RunSettings } from '../methods/settings';
import { bitsOf } from '../model/plan-choice';
import { choosePlan, type ChosenPlan, type PlannedDevice } from '../model/plan-bytes';

/** @throws LetheError plan/too-big, which says what would fit, or plan/no-halves */
export function planFor(
  config: LlamaConfig,
  {
    plan,
    weightBits,
    unlearn,
    blockLength,
    lora,
  }: Pick<RunSettings, 'plan' | 'weightBits' | 'unlearn' | 'blockLength' | 'lora'>,
  device: PlannedDevice,
): ChosenPlan {
  const workload = { batch: unlearn.batch, length: Math.min(blockLength, config.context), lora };
  return choosePlan(config, plan, workload, device, bitsOf[weightBits]);
}
