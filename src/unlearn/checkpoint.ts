/** The state of a training in progress, from which it resumes after anything and ends in the same bits. */
import type { TrainState } from '../model/trainer';

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

/** Where checkpoints are saved. Injected: training knows of no storage. */
export interface CheckpointStore {
  /** seconds between two checkpoints */
  readonly every: number;
  /** False if it could not be saved, which is no reason to stop a training. */
  save(checkpoint: Checkpoint): Promise<boolean>;
}

/** A checkpoint or a result was saved, or could not be. */
export interface CheckpointEvent {
  readonly kind: 'checkpoint';
  /** steps taken; null: this was the result */
  readonly step: number | null;
  readonly isSaved: boolean;
}
