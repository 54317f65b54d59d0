/** What the comparison found, by method: mean and spread over the seeds. */
import { groupBy } from '../../src/base/group';
import { methods, type MethodName } from '../../src/methods/catalogue';
import { mean } from '../../src/evaluate/mean';
import { markdownTable } from '../unlearn/markdown';
import { spread } from '../unlearn/tables';
import type { Records, RunLine } from './records';
import { scoreOf, type Figures, type Score } from './score';
import { TRIALS, tuning } from './tuning';

export interface MethodSummary {
  readonly method: MethodName;
  readonly title: string;
  /** of the tuning that chose its settings */
  readonly trials: number;
  /** of each seed */
  readonly runs: readonly (Figures & Score & { readonly seconds: number })[];
  readonly forgotten: number;
  readonly kept: number;
}

/** WHP was tuned in a replica of the shipped model in PyTorch. */
const TRIALS_OF_WHP = 29;

/** How many settings of the method were tried before the ones that are compared. */
export function trialsOf(method: MethodName): number {
  return method in tuning ? TRIALS : TRIALS_OF_WHP;
}

/** The best score first. */
export function summaries(records: Records): MethodSummary[] {
  const before = records.baseline('test');
  if (!before) return [];
  return [...groupBy(records.runs('test'), ({ method }) => method)]
    .map(([method, lines]) => {
      const runs = lines.flatMap(({ figures, seconds }: RunLine) =>
        figures ? [{ ...figures, ...scoreOf(before.figures, figures, before.guessing), seconds }] : [],
      );
      return {
        method,
        title: methods[method].words.en.title,
        trials: trialsOf(method),
        runs,
        forgotten: mean(runs.map(({ forgotten }) => forgotten)) ?? 0,
        kept: mean(runs.map(({ kept }) => kept)) ?? 0,
      };
    })
    .sort((a, b) => scoreFrom(b) - scoreFrom(a));
}

export function summaryTable(found: readonly MethodSummary[], before: Figures): string {
  const percent = (values: readonly number[]): string => {
    const text = spread(values.map((x) => Math.round(1000 * x) / 10));
    return `${text}%`;
  };
  const rows = found.map(({ title, trials, runs }) => [
    title,
    String(trials),
    ...(['saga', 'sayings', 'neighbour', 'ability'] as const).map((part) =>
      percent(runs.map((run) => run[part])),
    ),
    spread(runs.map(({ perplexity }) => perplexity)),
    spread(runs.map(({ score }) => score)),
  ]);
  const { saga, sayings, neighbour, ability, perplexity } = before;
  const first = [
    'before',
    '',
    ...[saga, sayings, neighbour, ability].map((x) => percent([x])),
    spread([perplexity]),
    '',
  ];
  const head = ['', 'trials', 'saga', 'sayings', 'neighbour', 'tasks', 'perplexity', 'score'];
  return markdownTable(head, [first, ...rows]);
}

function scoreFrom({ runs }: Pick<MethodSummary, 'runs'>): number {
  return mean(runs.map(({ score }) => score)) ?? 0;
}
