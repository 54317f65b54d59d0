/** A training that goes on from where it was broken off, and whose result outlives the page. */
import type { Model } from '../model/model';
import type { Change, KeyValue } from '../store/key-value';
import { runSlots, type SavedCheckpoint, type TrainedStage } from '../store/run';
import { trainStateOf, storedEnding, storedState } from '../store/stored-names';
import type { CheckpointEvent, GoodState, CheckpointStore } from '../unlearn/checkpoint';
import type { RunSettings } from '../methods/settings';
import { train, type StepEvent, type TrainingInput } from '../unlearn/train';
import type { Trained } from '../unlearn/trained';
import type { ProbeEvent } from './probe-event';
import type { ForgettingMonitor } from './forgetting-monitor';

/** Seconds between two checkpoints. */
const EVERY = 3;

/** A training goes on after `step` steps, with what was seen of them. */
export interface ResumedEvent {
  readonly kind: 'resumed';
  readonly step: number;
  readonly steps: number;
  readonly losses: readonly number[];
  readonly probes: readonly ProbeEvent[];
}

export interface TrainingPersistence {
  /** null: nothing outlives the lab */
  readonly store: KeyValue | null;
  readonly stage: TrainedStage;
  /** see `trainingBinding` */
  readonly binding: string;
  /** what of the binding is in no setting, see `SavedTraining.ends` */
  readonly ends: string;
  /** SHA-256 of the weights */
  readonly model: string;
  /** whether to go on from a checkpoint of the same binding; without, the training begins anew */
  readonly resume: boolean;
  /** what is watched; it belongs to the checkpoint */
  readonly monitor: ForgettingMonitor | null;
  /** Hears of the last good state if the training goes astray, and how to keep it as what came out. */
  rescue(good: GoodState, checkpointStore: CheckpointStore | null): void;
}

/** Trains as `train` does. @throws LetheError train/diverged, after `rescue` has heard of the last good state */
export async function* trainResumable<E>(
  model: Model,
  persistence: TrainingPersistence,
  input: TrainingInput<E>,
  settings: RunSettings,
  signal: AbortSignal,
): AsyncGenerator<StepEvent | CheckpointEvent | ResumedEvent | E, Trained> {
  const { store, monitor } = persistence;
  const saved = persistence.resume ? await lastCheckpoint(persistence) : null;
  const from = saved && { ...saved, state: trainStateOf(saved.state) };
  if (from) {
    monitor?.restore(from.history);
    const [{ step }, { steps }] = [from.state, input.training];
    yield { kind: 'resumed', step, steps, losses: from.losses, probes: monitor?.probes ?? [] };
  }
  const checkpointStore =
    store && checkpointStoreOf(persistence, store, input.training.steps, settings, from?.seconds ?? 0);
  const rescue = (good: GoodState): void => persistence.rescue(good, checkpointStore);
  return yield* train(model, { ...input, checkpoints: { from, checkpointStore, rescue } }, settings, signal);
}

async function lastCheckpoint({
  store,
  stage,
  binding,
}: TrainingPersistence): Promise<SavedCheckpoint | null> {
  const last = store && (await runSlots.checkpoint.read(store));
  return last?.stage === stage && last.binding === binding ? last : null;
}

function checkpointStoreOf(
  { stage, binding, ends, model, monitor }: TrainingPersistence,
  store: KeyValue,
  steps: number,
  settings: RunSettings,
  secondsBefore: number,
): CheckpointStore {
  const since = performance.now();
  const common = (losses: readonly number[]) => ({
    binding,
    ends,
    model,
    settings,
    losses: [...losses],
    seconds: secondsBefore + (performance.now() - since) / 1000,
    history: [...(monitor?.probes ?? [])],
  });
  return {
    every: EVERY,
    save: ({ state, losses }) =>
      isTaken(store, {
        put: runSlots.checkpoint.put({ ...common(losses), stage, steps, state: storedState(state) }),
      }),
    finish({ adapter, ending }, losses) {
      const put = runSlots[stage].put({
        ...common(losses),
        steps,
        ending: storedEnding(ending),
        parameters: adapter.flat,
      });
      // Together: whenever the page is closed, there is the one or the other.
      return isTaken(store, { put, remove: [runSlots.checkpoint.key] });
    },
  };
}

/** Whether the store took the change. A run is not given up because a disk is full. */
export async function isTaken(store: KeyValue, change: Change): Promise<boolean> {
  try {
    await store.change(change);
    return true;
  } catch {
    return false;
  }
}
