/** The results of a training. */
import type { Adapter } from '../model/adapter-bank';
import type { GoodState } from './checkpoint';

/** Why a training ended: all its steps were taken, its monitor ended it early, or the user stopped it. */
export type Ending = 'completed' | 'earlyStopped' | 'stoppedByUser';

export interface Trained {
  readonly ending: Ending;
  readonly adapter: Adapter;
  /** of every step taken */
  readonly losses: readonly number[];
}

/** A training that diverged. */
export interface Diverged {
  readonly ending: 'diverged';
  /** the step at which it was noticed, counted from 1 */
  readonly step: number;
  readonly loss: number;
  readonly gradientNorm: number;
  /** the last state known to be good; null if there was none yet */
  readonly good: GoodState | null;
}
