/** How many multiple-choice questions a model answers. */
import { largest } from '../../src/base/extremes';
import type { Task } from '../../src/evaluate/multiple-choice';
import type { RunSettings } from '../../src/methods/settings';
import type { RunLab } from './run-lab';

export interface TaskResult {
  readonly name: string;
  readonly items: number;
  readonly before: number;
  readonly after: number;
}

/** The share of right answers to each task: the likeliest option by its mean log-probability per token. */
export async function sharesRight(
  lab: Pick<RunLab, 'run'>,
  tasks: readonly Task[],
  variant: 'baseline' | 'unlearned',
  settings: RunSettings,
): Promise<number[]> {
  const shares: number[] = [];
  for (const { items } of tasks) {
    const scores = await lab.run('scoreChoices', { questions: items, variant, settings });
    const right = items.filter(({ answer }, i) => {
      const options = scores[i] ?? [];
      return options[answer] === largest(options);
    });
    shares.push(right.length / items.length);
  }
  return shares;
}

export const taskResults = (
  tasks: readonly Task[],
  before: readonly number[],
  after: readonly number[],
): TaskResult[] =>
  tasks.map(({ name, items }, i) => ({
    name,
    items: items.length,
    before: before[i] ?? Number.NaN,
    after: after[i] ?? Number.NaN,
  }));
