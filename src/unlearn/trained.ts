/** What comes out of a training. */
import type { Adapter } from '../model/adapter-bank';

/** Why a training ended: all its steps were taken, its probe had seen enough, or somebody said so. */
export type Ending = 'planned' | 'seen' | 'told';

export interface Trained {
  readonly adapter: Adapter;
  /** how many were taken */
  readonly steps: number;
  readonly ending: Ending;
}
