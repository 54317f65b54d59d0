/** What comes out of a training. */
import type { Adapter } from '../model/adapter-bank';

/** Why a training ended: all its steps were taken, its probe ended it early, or the user stopped it. */
export type Ending = 'completed' | 'earlyStopped' | 'stoppedByUser';

export interface Trained {
  readonly adapter: Adapter;
  /** how many were taken */
  readonly steps: number;
  readonly ending: Ending;
}
