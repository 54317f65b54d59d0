/** The state of a training, from which it can be resumed, and then ends with the same bits as without interruption. */
import type { TrainState } from '../model/trainer';

export interface Checkpoint {
  readonly state: TrainState;
  /** of every step so far; `state.step` of them */
  readonly losses: readonly number[];
}

/** Parameters known to be good, because the losses after them were. */
export interface GoodState {
  /** [P] */
  readonly parameters: Float32Array;
  /** of every step up to here */
  readonly losses: readonly number[];
}

/** Where checkpoints are saved. Injected, so that training does not depend on any storage. */
export interface CheckpointStore {
  /** seconds between two checkpoints */
  readonly every: number;
  /** False if it could not be saved, which does not stop the training. */
  save(checkpoint: Checkpoint): Promise<boolean>;
}

/** A checkpoint or result was saved, or could not be. */
export interface CheckpointEvent {
  readonly kind: 'checkpoint';
  /** steps taken; null for the result */
  readonly step: number | null;
  readonly isSaved: boolean;
}
