/** Evaluates a model during its training; the caller decides what is evaluated. */
import type { Adapter } from '../model/adapter-bank';

export interface TrainingProbe<E> {
  /** steps between two evaluations; the first is before any step */
  readonly every: number;
  /** Evaluates the adapter after `step` steps: yields events, and returns whether training may stop here. */
  readonly evaluate: (step: number, adapter: Adapter, signal?: AbortSignal) => AsyncGenerator<E, boolean>;
}
