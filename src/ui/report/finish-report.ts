/**
 * The last touch to a report before it is shown: what attacks add, what people decided, a place among the runs, and
 * being what the stage shows at the next visit.
 */
import { joinAttacks } from '../../evaluate/join-attacks';
import { writeReport, type Report } from '../../evaluate/report';
import { withHumanInput, type HumanInput } from '../../review/human-input';
import type { EvaluateResult } from '../../lab/stages/evaluate';
import { runSlots } from '../../store/run';
import { projects } from '../projects/projects.svelte';
import { runList } from './run-list.svelte';

/**
 * `before`: the report that attacks alone may join. Of the human decisions those count that the run was made with;
 * grades are of other completions.
 */
export async function finishReport(
  { report, ...made }: EvaluateResult,
  before: Report | null,
  human: readonly HumanInput[],
): Promise<Report> {
  const joined = before && joinAttacks(before, report);
  const whole = human.filter(({ task }) => task !== 'evaluation').reduce(withHumanInput, joined ?? report);
  await projects.store.change({ put: runSlots.evaluate.put(made) }).catch(() => undefined);
  return saved(whole, joined && before);
}

/** The report with grades that people gave its completions. */
export function withGrades(report: Report, grades: HumanInput): Promise<Report> {
  return saved(withHumanInput(report, grades), report);
}

async function saved(report: Report, instead: Report | null): Promise<Report> {
  await runList.save(report, { isOpened: false, instead });
  // What is refused stays in the store until the page is closed, and the store says so.
  await projects.store.change({ put: runSlots.report.put(writeReport(report)) }).catch(() => undefined);
  return report;
}
