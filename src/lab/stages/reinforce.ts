/** Step 1: fine-tune the baseline on the forget set. */
import { crossEntropy } from '../../llama/loss';
import type { RunSettings } from '../../methods/settings';
import type { StageResult } from '../../pipeline/fingerprint';
import { activity, type LabJob } from '../events';
import type { Lab } from '../lab';
import { finishReinforcing } from '../finish-training';
import { failDiverged, trainResumable } from '../resumable-training';

/** @throws LetheError stage/order before a model is loaded, train/diverged */
export async function* reinforce(
  lab: Lab,
  settings: RunSettings,
  resume: boolean,
  signal: AbortSignal,
): LabJob<StageResult> {
  const { workspace, store } = lab;
  const { model, hashes } = workspace.ready('reinforce');
  const fingerprint = workspace.begin('reinforce', settings);
  yield activity('translating');
  const { forget } = workspace.texts(settings);
  yield activity('compiling');
  const { reinforce: training, seed } = settings;
  const onCurrent = workspace.trains('reinforced');
  const input = {
    blocks: forget,
    retain: [],
    retainShare: 0,
    objective: crossEntropy,
    training,
    seed,
    onCurrent,
  };
  const job = {
    stage: 'reinforce',
    fingerprint,
    weights: hashes.model,
    settings,
    resume,
    monitor: null,
  } as const;
  const outcome = yield* trainResumable(model, job, input, store, signal);
  if ('saved' in outcome) return finishReinforcing(workspace, outcome.saved);
  workspace.diverged = outcome.good && { stage: 'reinforce', saved: outcome.good, history: null };
  return failDiverged(outcome.diverged);
}
