/** What of a run outlived the lab. */
import type { Report } from '../evaluate/report';
import type { TrainedStage } from '../store/run';
import type { Labels } from '../unlearn/record';
import type { RunSettings } from '../methods/settings';
import type { Measures } from './measure';
import type { ProbeEvent } from './probe-event';
import type { Ended } from './unlearn';

/** The names and everyday text before and after the unlearning. */
export interface BeforeAndAfter {
  readonly before: Measures;
  readonly after: Measures;
}

/** What is known of a training's steps. */
export interface Steps {
  readonly settings: RunSettings;
  readonly losses: readonly number[];
  readonly probes: readonly ProbeEvent[];
  readonly seconds: number;
}

export interface RestoredUnlearning extends Steps {
  readonly ended: Ended;
  readonly compared: BeforeAndAfter;
  /** whether it was made from the labels that are there */
  readonly isCurrent: boolean;
}

/** A training that was broken off, which can go on. */
export interface InterruptedTraining extends Steps {
  readonly stage: TrainedStage;
  readonly step: number;
  /** in all */
  readonly steps: number;
}

export interface Restored {
  readonly reinforce: Steps | null;
  readonly label: { readonly settings: RunSettings; readonly labels: Labels } | null;
  readonly unlearn: RestoredUnlearning | null;
  /** `isCurrent`: whether it is about the unlearned model that is there */
  readonly evaluate: { readonly report: Report; readonly isCurrent: boolean } | null;
  readonly broken: InterruptedTraining | null;
}
