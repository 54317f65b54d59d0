/** The file of one run. */
import { writeReport } from '../../src/evaluate/report-file';
import type { Ran } from './run-all';

/** The stages and the evaluation in one JSON object, which the page can open as a report. */
export function runFile({ run, evaluation }: Pick<Ran, 'run' | 'evaluation'>): string {
  const report = evaluation ? (JSON.parse(writeReport(evaluation)) as object) : {};
  return `${JSON.stringify({ ...run, ...report }, null, 2)}\n`;
}
