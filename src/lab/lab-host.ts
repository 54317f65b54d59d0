/** Runs stages directly on a lab, as Node does. */
import type { Report } from '../evaluate/report';
import { pipelineOf, type RunSettings } from '../methods/settings';
import type { StageName } from '../pipeline/stage';
import type { LabelOverride } from '../unlearn/overrides';
import type { Labels } from '../unlearn/record';
import type { EvaluateInput } from './evaluate-input';
import type { LabJob } from './events';
import { startJob, type JobInput, type JobName, type JobResult } from './jobs';
import type { Lab } from './lab';
import type { MonitorSettings } from './monitor-settings';
import type { RunHost } from './run-to';
import type { UnlearnResult } from './stages/unlearn';

export interface RunPlan {
  readonly settings: RunSettings;
  /** @default the forgetting is not measured while it is trained */
  readonly monitor?: MonitorSettings | null;
  /** labels that reviewers decided @default none */
  readonly overrides?: readonly LabelOverride[];
  /** what the evaluation measures @default its core */
  readonly evaluate?: EvaluateInput;
}

/** What came out of the stages that ran. */
export interface Made {
  labels?: Labels;
  unlearn?: UnlearnResult;
  report?: Report;
}

/** A host for `runTo`; `made` receives what the stages make. */
export function labHost(lab: Lab, plan: RunPlan, signal: AbortSignal, made: Made = {}): RunHost {
  const { settings, monitor = null, overrides = [], evaluate = {} } = plan;
  const job = <K extends JobName>(name: K, input: JobInput<K>): LabJob<JobResult<K>> =>
    startJob(lab, name, input, signal);
  return {
    pipeline: pipelineOf(settings),
    now: () => {
      const now = lab.workspace.now(settings, { overrides, monitor });
      return now;
    },
    async *run(stage: StageName, resume) {
      switch (stage) {
        case 'reinforce':
          yield* job('reinforce', { settings, resume });
          return;
        case 'label':
          made.labels = (yield* job('label', { settings })).labels;
          return;
        case 'unlearn':
          made.unlearn = yield* job('unlearn', { settings, monitor, overrides, resume });
          return;
        case 'evaluate':
          made.report = (yield* job('evaluate', { ...evaluate, settings })).report;
          return;
      }
    },
    reload: () => Promise.resolve(false),
  };
}
