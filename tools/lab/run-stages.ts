/** Runs the stages of the method in Node, as the page does, with a report of each stage that ran. */
import type { LabEvent } from '../../src/lab/events';
import type { Lab } from '../../src/lab/lab';
import { labHost, type Made, type RunPlan } from '../../src/lab/lab-host';
import type { ProbeEvent } from '../../src/lab/probe-event';
import { runTo } from '../../src/lab/run-to';
import type { StageName } from '../../src/pipeline/stage';

/** The outcome of one stage. */
export interface StageReport {
  readonly seconds: number;
  /** one per training step; empty without training */
  readonly losses: readonly number[];
  /** training steps, or blocks labelled */
  readonly steps: number;
  /** tokens of one training step, 0 without training */
  readonly tokens: number;
  readonly probes: readonly ProbeEvent[];
}

export interface StagesRun extends Made {
  readonly reports: Readonly<Partial<Record<StageName, StageReport>>>;
}

/** Runs `target` and all its missing inputs; `onStage` is called after each stage. */
export async function runStages(
  lab: Lab,
  target: StageName,
  plan: RunPlan,
  onStage: (stage: StageName, report: StageReport) => void = () => undefined,
): Promise<StagesRun> {
  const made: Made = {};
  const reports: Partial<Record<StageName, StageReport>> = {};
  let report: StageReport = empty;
  for await (const event of runTo(labHost(lab, plan, new AbortController().signal, made), target)) {
    if (event.kind === 'stage') report = empty;
    if (event.kind === 'progress') report = extended(report, event.event);
    if (event.kind !== 'made') continue;
    // Measuring after the training does not count towards its time.
    const seconds = event.stage === 'unlearn' ? (made.unlearn?.end.seconds ?? event.seconds) : event.seconds;
    report = { ...report, seconds };
    reports[event.stage] = report;
    onStage(event.stage, report);
  }
  return { ...made, reports };
}

/** Seconds of reinforcing, labelling and unlearning together. */
export function methodSeconds({ reports: { evaluate: _, ...stages } }: StagesRun): number {
  return Object.values(stages).reduce((sum, { seconds }) => sum + seconds, 0);
}

const empty: StageReport = { seconds: 0, losses: [], steps: 0, tokens: 0, probes: [] };

function extended(report: StageReport, event: LabEvent): StageReport {
  const { losses, steps, probes } = report;
  if (event.kind === 'step')
    return { ...report, losses: [...losses, event.loss], steps: steps + 1, tokens: event.tokens };
  if (event.kind === 'label') return { ...report, steps: steps + 1 };
  return event.kind === 'probe' ? { ...report, probes: [...probes, event] } : report;
}
