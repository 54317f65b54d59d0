/** What the page shows of a run that is going on, wherever the visitor is, and what can be done about it. */
import type { RunTime } from './clock/run-clock.svelte';
import type { StepProgress } from './stage.svelte';

export interface RunView extends RunTime {
  /** of its stage; null before there is any */
  readonly progress: Pick<StepProgress, 'done' | 'of'> | null;
  readonly isPaused: boolean;
  /** whether the training can end now and its model be kept */
  readonly canStopHere: boolean;
  /** losses of its stage so far; none if it does not train */
  readonly losses: readonly number[];
}

export interface RunActions {
  readonly pause: () => void;
  readonly resume: () => void;
  /** Ends an unlearning after its current step; the run goes on with the model so far. */
  readonly stopHere: () => void;
  /** Stops the run. */
  readonly stop: () => void;
}
