/** A language model grades the completions of a report, too. */
import type { Answerer } from '../../src/assist/answerer';
import { agreements, familiarityBy } from '../../src/assist/judge/compared';
import { judgeCompletions } from '../../src/assist/judge/judge-completions';
import { completionsIn, gradesIn, withJudge } from '../../src/assist/judge/judged-report';
import { judgePrompt } from '../../src/assist/judge/prompt';
import { explain } from '../../src/base/errors';
import type { Report } from '../../src/evaluate/report';
import { markdownTable } from '../unlearn/markdown';

/** `say` gets tables. A judge that fails leaves the grades so far. */
export async function judgeReport(
  report: Report,
  title: string,
  answerer: Answerer,
  say: (line: string) => void,
): Promise<Report> {
  const settings = { prompt: judgePrompt, title, seed: report.seeds.run ?? 1 };
  const job = judgeCompletions(completionsIn(report), answerer, settings, new AbortController().signal);
  let next = await job.next();
  while (!next.done) next = await job.next();
  const { given, unusable, unasked, failure } = next.value;
  if (failure) say(explain(failure));
  const judged = withJudge(report, next.value);
  say(
    `\n${answerer.name} graded ${given.size} completions; ${unusable.length} answers unusable, ${unasked.length} not asked`,
  );
  say(tableOf(judged));
  return judged;
}

function tableOf(report: Report): string {
  const items = gradesIn(report);
  const rows = familiarityBy(items).map(({ variant, grader, graded, score }) => [
    variant,
    grader,
    String(graded),
    score.toFixed(3),
  ]);
  const agreed = agreements(items).map(
    ({ rows: a, columns: b, both, same, alpha, table }) =>
      `${a} and ${b}: ${(100 * same).toFixed(0)} % of ${both} equal, alpha ${alpha?.toFixed(3) ?? 'undefined'}; by grade of ${a}: ${table.map((row) => row.join(' ')).join(' / ')}`,
  );
  return [markdownTable(['variant', 'graded by', 'completions', 'familiarity'], rows), ...agreed].join('\n');
}
