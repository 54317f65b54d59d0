/** Makes the outcome of a training the result of its stage: at its end, when it is rescued, and when it is restored. */
import { contentHash } from '../base/hash';
import type { StageResult } from '../pipeline/fingerprint';
import type { TrainedStage } from '../pipeline/stage';
import type { SavedTraining } from '../store/run';
import type { ProbeHistory } from './forgetting-monitor';
import type { Workspace } from './workspace';

/** The model variant that each training produces. */
const variants = { reinforce: 'reinforced', unlearn: 'unlearned' } as const;

/** `history`: what was measured during the training. */
export async function finishTraining(
  workspace: Workspace,
  stage: TrainedStage,
  { fingerprint, settings: { lora }, parameters: flat }: SavedTraining,
  history: ProbeHistory | null,
): Promise<StageResult> {
  // Only now: a cancelled training must not remove a variant.
  await workspace.setAdapter(variants[stage], { lora, flat });
  const result = { fingerprint, id: contentHash(flat) };
  const made = stage === 'reinforce' ? { reinforce: result } : { unlearn: { ...result, history } };
  workspace.results = { ...workspace.results, ...made };
  return result;
}
