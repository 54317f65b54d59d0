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
  /** @default the forgetting is not measured during training */
  readonly monitor?: MonitorSettings | null;
  /** labels set by reviewers @default none */
  readonly overrides?: readonly LabelOverride[];
  /** parts that the evaluation runs @default the core parts */
  readonly evaluate?: EvaluateInput;
}

/** The results of the stages that ran. */
export interface Made {
  labels?: Labels;
  unlearn?: UnlearnResult;
  report?: Report;
}

/** A host for `runTo`; `made` receives the results of the stages. */
export function labHost(lab: Lab, plan: RunPlan, signal: AbortSignal, made: Made = {}): RunHost {
  const { settings, monitor = null, overrides = [], evaluate = {} } = plan;
  const job = <K extends JobName>(name: K, input: JobInput<K>): LabJob<JobResult<K>> =>
    startJob(lab, name, input, signal);
  return {
    pipeline: pipelineOf(settings),
    now: () => lab.workspace.now(settings, { overrides, monitor }),
    async *run(stage: StageName, resume) {
      switch (stage) {
        case 'read':
          yield* job('read', { settings, resume });
          return;
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
