/**
 * Completes a report before it is shown: adds attacks and human decisions, saves it as a run, and saves it as the
 * report that the stage shows on the next visit.
 */
import { joinAttacks } from '../../evaluate/join-attacks';
import type { JudgeGrades } from '../../evaluate/judge-grades';
import type { Report } from '../../evaluate/report';
import { writeReport } from '../../evaluate/report-file';
import { withHumanInput, type HumanInput } from '../../review/human-input';
import type { EvaluateResult } from '../../lab/stages/evaluate';
import { runSlots } from '../../store/run';
import type { LineOptions } from '../../store/run-line';
import { projects } from './projects/projects.svelte';
import { runList } from './run-list.svelte';

export interface FinishOptions extends LineOptions {
  /** the report that an evaluation of attacks only is added to */
  readonly before: Report | null;
  /** decisions that the run used */
  readonly human: readonly HumanInput[];
}

export async function finishReport(
  { report, ...made }: EvaluateResult,
  { before, human, ...more }: FinishOptions,
): Promise<Report> {
  const joined = before && joinAttacks(before, report);
  const whole = human.reduce(withHumanInput, joined ?? report);
  await projects.store.change({ put: runSlots.evaluate.put(made) }).catch(() => undefined);
  return saved(whole, joined && before, more);
}

/** The report with grades of its completions from people and from a language model; null: none of these. */
export function withGrades(
  report: Report,
  { human, judge }: { readonly human: HumanInput | null; readonly judge: JudgeGrades | null },
): Promise<Report> {
  const graded = human ? withHumanInput(report, human) : report;
  return saved(judge ? { ...graded, judge } : graded, report);
}

async function saved(report: Report, instead: Report | null, more: LineOptions = {}): Promise<Report> {
  await runList.save(report, { ...more, isOpened: false, instead });
  // If the browser refuses it, the store keeps it in memory until the page is closed, and reports that.
  await projects.store.change({ put: runSlots.report.put(writeReport(report)) }).catch(() => undefined);
  return report;
}
