/** What the baseline and the unlearned model know, by the items of a data set. */
import type { JudgeGrades } from '../../src/evaluate/judge-grades';
import type { Split } from '../../src/evaluate/split';
import type { RunSettings } from '../../src/methods/settings';
import type { RunLab } from './run-lab';

interface Change {
  readonly before: number;
  readonly after: number;
}

export interface Evaluated {
  /** of the items */
  readonly split: Split;
  /** 0 to 5 */
  readonly familiarity: Change;
  /** shares of right answers: about the text, and about other things, which are to be kept */
  readonly answers: Change;
  readonly kept: Change;
  /** what a language model said of the completions, if one was asked */
  readonly judge?: JudgeGrades;
}

/** @throws LetheError of the evaluation */
export async function evaluatedBy(
  lab: Pick<RunLab, 'run' | 'judge'>,
  split: Split,
  settings: RunSettings,
): Promise<Evaluated> {
  const { report } = await lab.run('evaluate', {
    settings,
    variants: ['baseline', 'unlearned'],
    parts: ['completions', 'neighbour'],
  });
  const { judge } = (await lab.judge?.(report)) ?? report;
  const { baseline, unlearned } = report.evaluation;
  const change = (metric: 'familiarity' | 'answers' | 'neighbour'): Change => ({
    before: baseline?.[metric]?.agg_value ?? Number.NaN,
    after: unlearned?.[metric]?.agg_value ?? Number.NaN,
  });
  return {
    split,
    familiarity: change('familiarity'),
    answers: change('answers'),
    kept: change('neighbour'),
    ...(judge && { judge }),
  };
}
