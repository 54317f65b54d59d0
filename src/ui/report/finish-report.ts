/** The last touch to a report before it is shown: what attacks add, what people decided, and a place among the runs. */
import { joinAttacks } from '../../evaluate/join-attacks';
import type { Report } from '../../evaluate/report';
import { withHumanInput, type HumanInput } from '../../review/human-input';
import { runList } from './run-list.svelte';

/**
 * `before`: the report that attacks alone may join. Of the human decisions those count that the run was made with;
 * grades are of other completions.
 */
export async function finishReport(
  report: Report,
  before: Report | null,
  human: readonly HumanInput[],
): Promise<Report> {
  const joined = before && joinAttacks(before, report);
  const whole = human.filter(({ task }) => task !== 'evaluation').reduce(withHumanInput, joined ?? report);
  await runList.keep(whole, { isOpened: false, instead: joined && before });
  return whole;
}

/** The report with grades that people gave its completions. */
export async function withGrades(report: Report, grades: HumanInput): Promise<Report> {
  const graded = withHumanInput(report, grades);
  await runList.keep(graded, { isOpened: false, instead: report });
  return graded;
}
