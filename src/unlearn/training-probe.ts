/** Evaluates a model during its training; the caller decides what is evaluated. */
import type { Adapter } from '../model/adapter-bank';

export interface TrainingProbe<E> {
  /** whether to evaluate after `step` steps, 0 included; the adapter is evaluated after the last step in any case */
  readonly isDue: (step: number) => boolean;
  /** Evaluates the adapter after `step` steps: yields events, and returns whether training may stop here. */
  readonly evaluate: (step: number, adapter: Adapter, signal?: AbortSignal) => AsyncGenerator<E, boolean>;
}
