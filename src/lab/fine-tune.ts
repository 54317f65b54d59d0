/** Fine-tuning on the forget set as it is written: the reading, and step 1. */
import { crossEntropy } from '../llama/loss';
import type { RunSettings } from '../methods/settings';
import type { Fingerprint } from '../pipeline/fingerprint';
import type { TrainedStage } from '../pipeline/stage';
import type { SavedTraining } from '../store/run';
import type { TrainingInput } from '../unlearn/train';
import { activity, type LabJob } from './events';
import type { Lab } from './lab';
import { failDiverged, trainResumable } from './resumable-training';
import type { Loaded } from './workspace';

interface FineTuning extends Pick<
  TrainingInput,
  'blocks' | 'training' | 'retainShare' | 'seed' | 'onCurrent'
> {
  readonly stage: Exclude<TrainedStage, 'unlearn'>;
  readonly fingerprint: Fingerprint;
  /** whether to resume from the last checkpoint */
  readonly resume: boolean;
}

/** Trains an adapter of the loaded model. @throws LetheError train/diverged */
export async function* fineTune(
  { workspace, store }: Lab,
  { model, hashes }: Loaded,
  { stage, fingerprint, resume, ...tuning }: FineTuning,
  settings: RunSettings,
  signal: AbortSignal,
): LabJob<SavedTraining> {
  yield activity('compiling');
  const { retain } = workspace.texts(settings);
  const input = { retain, objective: crossEntropy, ...tuning };
  const job = { stage, fingerprint, weights: hashes.model, settings, resume, monitor: null };
  const outcome = yield* trainResumable(model, job, input, store, signal);
  if ('saved' in outcome) return outcome.saved;
  workspace.diverged = outcome.good && { stage, saved: outcome.good, history: null };
  return failDiverged(outcome.diverged);
}
