/** Where a training stands, so that it can go on after anything and end in the same bits as one that was never disturbed. */
import type { TrainState } from '../model/trainer';
import type { Trained } from './trained';

export interface Checkpoint {
  readonly state: TrainState;
  /** of every step so far, as many as `state.step` */
  readonly losses: readonly number[];
}

/** Parameters that are known to be good: the steps after them went well. */
export interface GoodState {
  /** [P] */
  readonly parameters: Float32Array;
  /** of every step up to here */
  readonly losses: readonly number[];
}

/** Somewhere to keep things. False where it could not be done, which is no reason to stop a training. */
export interface CheckpointStore {
  /** seconds between two checkpoints */
  readonly every: number;
  save(checkpoint: Checkpoint): Promise<boolean>;
  /** Keeps what came out, in place of the checkpoint. */
  finish(trained: Trained, losses: readonly number[]): Promise<boolean>;
}

/** Where a training goes on, and where it leaves what it is at. Injected: training knows of no storage. */
export interface Checkpoints {
  /** null: it begins */
  readonly from: Checkpoint | null;
  /** null: nothing is kept */
  readonly checkpointStore: CheckpointStore | null;
  /** Hears of the last good state of a training that has gone astray. */
  rescue(good: GoodState): void;
}

/** A checkpoint or the result was kept, or could not be. */
export interface CheckpointEvent {
  readonly kind: 'checkpoint';
  /** steps that were taken; null: all that there will be */
  readonly step: number | null;
  readonly isSaved: boolean;
}
