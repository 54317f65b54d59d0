/** A report joins the runs that are kept, and is what the stage shows at the next visit. */
import { joinAttacks } from '../evaluate/join-attacks';
import { writeReport, type Report } from '../evaluate/report';
import { runSlots } from '../store/run';
import { projects } from './projects/projects.svelte';
import { runList } from './report/run-list.svelte';

/** Ends with what is to be shown: attacks alone join the figures `before` that the same models already have. */
export async function keepReport(report: Report, before: Report | null): Promise<Report> {
  const joined = before && joinAttacks(before, report);
  const shown = joined ?? report;
  await runList.keep(shown, { isOpened: false, instead: joined && before });
  // What is refused stays in the store until the page is closed, and the store says so.
  await projects.store.change({ put: runSlots.report.put(writeReport(shown)) }).catch(() => undefined);
  return shown;
}
