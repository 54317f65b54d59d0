/** What the frame around a stage shows, and what the user can do there. */
import type { Activity } from '../../lab/events';
import type { MethodName } from '../../methods/catalogue';
import type { StageName } from '../../pipeline/stage';
import type { ShownStatus } from './status';
import type { Interruption, Stage } from './stage.svelte';

/** The phase of a stage, its progress and its last outcome; to be read only. */
export type StageState = Readonly<
  Pick<
    Stage<unknown>,
    | 'phase'
    | 'running'
    | 'paused'
    | 'progress'
    | 'tokensPerSecond'
    | 'outcome'
    | 'unsaved'
    | 'losses'
    | 'earlier'
    | 'probes'
  >
>;

export interface StageTime {
  /** seconds, null until enough was measured */
  readonly left: number | null;
  /** 0 … 1, by time */
  readonly share: number;
  /** what it does while it cannot count */
  readonly activity: Activity | null;
}

export interface StageView {
  readonly name: StageName;
  /** whose stage it is */
  readonly method: MethodName;
  readonly status: ShownStatus;
  readonly stage: StageState;
  /** what the clock says of it while it runs; null: it does not run */
  readonly time: StageTime | null;
  /** whether the training can end now and its model be kept */
  readonly canStopHere: boolean;
  /** where its training can continue; null: nowhere, or its inputs have changed since */
  readonly interrupted: Pick<Interruption, 'step' | 'of'> | null;
  /** the stages that must run, or run again, before it */
  readonly missing: readonly StageName[];
  /** whether a model is loaded */
  readonly isLoaded: boolean;
  /** whether this stage or anything else is working */
  readonly isBusy: boolean;
}

export interface StageActions {
  /** Runs it, and before it what is missing. */
  readonly run: () => void;
  /** Runs it from where it was interrupted. */
  readonly continueRun: () => void;
  readonly pause: () => void;
  /** Ends an unlearning after its current step, and keeps the model so far. */
  readonly stopHere: () => void;
  /** Takes one step, then pauses again. */
  readonly step: () => void;
  readonly resume: () => void;
  readonly cancel: () => void;
  /** Takes the last good state of a training that diverged. */
  readonly rescue: () => void;
}
