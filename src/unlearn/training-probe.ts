/** A look at a model while it is trained. Whoever starts the training decides what is looked at. */
import type { Adapter } from '../model/adapter-bank';

export interface TrainingProbe<E> {
  /** steps between two looks; the first is before any step */
  readonly every: number;
  /** Looks at the adapter after `step` steps: yields what it reports, and ends with whether training may stop here. */
  readonly evaluate: (step: number, adapter: Adapter, signal?: AbortSignal) => AsyncGenerator<E, boolean>;
}
