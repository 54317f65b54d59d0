/** The file of one run. */
import { writeReport } from '../../src/evaluate/report';
import type { Ran } from './run-all';

/** What the stages did and, beside it, the evaluation: the page opens the file as the report that it also is. */
export function runFile({ run, evaluation }: Ran): string {
  const report = evaluation ? (JSON.parse(writeReport(evaluation)) as object) : {};
  return `${JSON.stringify({ ...run, ...report }, null, 2)}\n`;
}
