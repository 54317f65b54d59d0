/** What was saved of an earlier run. */
import type { Report } from '../evaluate/report';
import type { RunSettings } from '../methods/settings';
import type { Fingerprint, StageResult } from '../pipeline/fingerprint';
import type { TrainedStage } from '../pipeline/stage';
import type { ProbeEvent } from './probe-event';
import type { LabelResult } from './stages/label';
import type { UnlearnResult } from './stages/unlearn';

/** The stages in whose place an adapter can be opened. */
export type AdapterStage = Exclude<TrainedStage, 'read'>;

/** The recorded steps of a training. */
export interface TrainingSteps {
  readonly losses: readonly number[];
  readonly probes: readonly ProbeEvent[];
  readonly seconds: number;
}

/** A training that was interrupted. It can resume as long as its fingerprint has not changed. */
interface Interrupted extends TrainingSteps {
  readonly stage: TrainedStage;
  readonly fingerprint: Fingerprint;
  readonly settings: RunSettings;
  readonly step: number;
  /** in all */
  readonly steps: number;
}

export interface Restored {
  readonly read: (StageResult & TrainingSteps) | null;
  readonly reinforce: (StageResult & TrainingSteps) | null;
  readonly label: LabelResult | null;
  readonly unlearn: (UnlearnResult & TrainingSteps) | null;
  readonly evaluate: (StageResult & { readonly report: Report }) | null;
  readonly interrupted: Interrupted | null;
  /** adapters that were opened in place of a training, and of which what was saved cannot be read */
  readonly damaged: readonly { readonly stage: AdapterStage; readonly name: string }[];
}
