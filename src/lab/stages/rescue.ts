/** Makes the last good state of a training that diverged its result. */
import { fail } from '../error-catalogue';
import type { StageResult } from '../../pipeline/fingerprint';
import type { TrainedStage } from '../../pipeline/stage';
import { runSlots } from '../../store/run';
import { activity, type LabJob } from '../events';
import { finishReading, finishReinforcing, finishUnlearning } from '../finish-training';
import type { Lab } from '../lab';
import { saveResult } from '../save-result';
import type { DivergedTraining, Workspace } from '../workspace';
import { unlearnResult, type UnlearnResult } from './unlearn';

export type RescueResult =
  | (StageResult & { readonly stage: Exclude<TrainedStage, 'unlearn'> })
  | (UnlearnResult & { readonly stage: 'unlearn' });

/** @throws LetheError stage/order if no training of this stage diverged */
export async function* rescue(lab: Lab, stage: TrainedStage, signal: AbortSignal): LabJob<RescueResult> {
  const { workspace, store } = lab;
  const { diverged } = workspace;
  if (diverged?.stage !== stage) return fail('stage/order', { stage: 'rescue', needs: stage });
  yield activity('compiling');
  const { saved } = diverged;
  const made = await finish(workspace, diverged);
  workspace.diverged = null;
  if (store) yield await saveResult(runSlots[stage].put(saved), saved.settings, store);
  if (stage !== 'unlearn') return { ...made, stage };
  return { ...(yield* unlearnResult(lab, made, saved, signal)), stage };
}

function finish(
  workspace: Workspace,
  { stage, saved, history }: DivergedTraining,
): StageResult | Promise<StageResult> {
  switch (stage) {
    case 'read':
      return finishReading(workspace, saved);
    case 'reinforce':
      return finishReinforcing(workspace, saved);
    case 'unlearn':
      return finishUnlearning(workspace, saved, history);
  }
}
