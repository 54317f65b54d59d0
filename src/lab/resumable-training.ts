/** A training that resumes from its last checkpoint, and whose result is saved. */
import { fail } from './error-catalogue';
import type { RunSettings } from '../methods/settings';
import type { Model } from '../model/model';
import { fingerprintId, type Fingerprint } from '../pipeline/fingerprint';
import type { TrainedStage } from '../pipeline/stage';
import { isStored, type KeyValue } from '../store/key-value';
import { runSlots, type SavedCheckpoint, type SavedTraining } from '../store/run';
import type { CheckpointEvent, CheckpointStore } from '../unlearn/checkpoint';
import { train, type StepEvent, type TrainingInput } from '../unlearn/train';
import type { Diverged } from '../unlearn/trained';
import type { ForgettingMonitor } from './forgetting-monitor';
import type { ProbeEvent } from './probe-event';
import { saveResult } from './save-result';

/** Seconds between two checkpoints. */
const CHECKPOINT_EVERY = 3;

/** A training resumes after `step` steps, with their records. */
export interface ResumedEvent {
  readonly kind: 'resumed';
  readonly step: number;
  readonly steps: number;
  readonly losses: readonly number[];
  readonly probes: readonly ProbeEvent[];
}

export interface TrainingJob {
  readonly stage: TrainedStage;
  readonly fingerprint: Fingerprint;
  /** SHA-256 of the weights */
  readonly weights: string;
  readonly settings: RunSettings;
  /** whether to resume from a checkpoint of the same fingerprint; otherwise the training starts over */
  readonly resume: boolean;
  /** null: nothing is measured during the training */
  readonly monitor: ForgettingMonitor | null;
}

type Events<E> = StepEvent | CheckpointEvent | ResumedEvent | E;
/** The trained adapter, ready to be saved; if the training diverged, its last good state, or null. */
export type Outcome =
  { readonly saved: SavedTraining } | { readonly diverged: Diverged; readonly good: SavedTraining | null };

/** Trains as `train` does. `store`: where checkpoints and the result are saved; null: nowhere. */
export async function* trainResumable<E>(
  model: Model,
  job: TrainingJob,
  input: TrainingInput<E>,
  store: KeyValue | null,
  signal: AbortSignal,
): AsyncGenerator<Events<E>, Outcome> {
  const { monitor, settings } = job;
  const { steps } = input.training;
  const from = job.resume && store ? await lastCheckpoint(job, store) : null;
  if (from) {
    monitor?.restore(from.history);
    const { losses } = from;
    yield { kind: 'resumed', step: from.state.step, steps, losses, probes: monitor?.probes ?? [] };
  }
  const progress = progressOf(job, steps, from?.seconds ?? 0);
  const checkpoints = store && checkpointStore(job.stage, store, progress);
  const ended = yield* train(model, { ...input, from, checkpoints }, settings, signal);
  if (ended.ending === 'diverged') {
    const { good } = ended;
    if (!good) return { diverged: ended, good: null };
    const saved = { ...progress(good.losses), ending: 'stoppedByUser' as const, parameters: good.parameters };
    return { diverged: ended, good: saved };
  }
  const { ending, adapter, losses } = ended;
  const saved = { ...progress(losses), ending, parameters: adapter.flat };
  if (store) yield await saveResult(runSlots[job.stage].put(saved), settings, store);
  return { saved };
}

/** @throws LetheError train/diverged, always */
export function failDiverged({ step, loss, gradientNorm, good }: Diverged): never {
  return fail('train/diverged', {
    step: String(step),
    loss: loss.toPrecision(4),
    gradient: gradientNorm.toPrecision(4),
    good: good ? String(good.losses.length) : '',
  });
}

type Progress = (losses: readonly number[]) => Omit<SavedTraining, 'ending' | 'parameters'>;

function progressOf(job: TrainingJob, steps: number, secondsBefore: number): Progress {
  const { fingerprint, weights: model, settings, monitor } = job;
  const since = performance.now();
  return (losses) => ({
    fingerprint,
    model,
    settings,
    steps,
    losses: [...losses],
    seconds: secondsBefore + (performance.now() - since) / 1000,
    history: [...(monitor?.probes ?? [])],
  });
}

function checkpointStore(stage: TrainedStage, store: KeyValue, progress: Progress): CheckpointStore {
  return {
    every: CHECKPOINT_EVERY,
    save: ({ state, losses }) =>
      isStored(store, { put: runSlots.checkpoint.put({ ...progress(losses), stage, state }) }),
  };
}

async function lastCheckpoint(
  { stage, fingerprint }: TrainingJob,
  store: KeyValue,
): Promise<SavedCheckpoint | null> {
  const last = await runSlots.checkpoint.read(store);
  const isOurs = last?.stage === stage && fingerprintId(last.fingerprint) === fingerprintId(fingerprint);
  return isOurs ? last : null;
}
