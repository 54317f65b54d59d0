/** Step 1: fine-tune the baseline on the forget set. */
import type { RunSettings } from '../../methods/settings';
import type { StageResult } from '../../pipeline/fingerprint';
import { activity, type LabJob } from '../events';
import { fineTune } from '../fine-tune';
import { finishReinforcing } from '../finish-training';
import type { Lab } from '../lab';

/** @throws LetheError stage/order if an earlier stage must run first, train/diverged */
export async function* reinforce(
  lab: Lab,
  settings: RunSettings,
  resume: boolean,
  signal: AbortSignal,
): LabJob<StageResult> {
  const { workspace } = lab;
  const fingerprint = workspace.begin('reinforce', settings);
  const loaded = await workspace.baseline('reinforce', settings);
  yield activity('translating');
  const { forget: blocks } = workspace.texts(settings);
  const { reinforce: training, seed } = settings;
  const onCurrent = workspace.trains('reinforced');
  const tuning = {
    stage: 'reinforce',
    fingerprint,
    resume,
    blocks,
    training,
    retainShare: 0,
    seed,
    onCurrent,
  } as const;
  return finishReinforcing(workspace, yield* fineTune(lab, loaded, tuning, settings, signal));
}
