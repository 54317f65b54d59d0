/** Which plan a model is run by, and with which weights, for the trainings of these settings. */
import type { LlamaConfig } from '../llama/config';
import type { RunSettings } from '../methods/settings';
import { bitsOf } from '../model/plan-choice';
import { choosePlan, type ChosenPlan } from '../model/plan-bytes';
import type { Device } from '../runtime/device';

/** @throws LetheError plan/too-big, which says what would fit */
export function planFor(
  config: LlamaConfig,
  {
    plan,
    weightBits,
    unlearn,
    blockLength,
    lora,
  }: Pick<RunSettings, 'plan' | 'weightBits' | 'unlearn' | 'blockLength' | 'lora'>,
  device: Pick<Device, 'offers' | 'copiesFeeds'>,
): ChosenPlan {
  const workload = { batch: unlearn.batch, length: Math.min(blockLength, config.context), lora };
  return choosePlan(config, plan, workload, device, bitsOf[weightBits]);
}
