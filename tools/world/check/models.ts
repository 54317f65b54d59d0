/** What the two shipped models know before unlearning. */
import { largest } from '../../../src/base/extremes';
import type { FileSource } from '../../../src/files/source';
import type { Lab } from '../../../src/lab/lab';
import { chance } from '../../../src/evaluate/multiple-choice';
import { defaultSettings } from '../../../src/methods/settings';
import { runJob, withLab } from '../../lab/node-lab';
import { evaluateVariant, type Knowledge } from './evaluate-variant';
import { drawTask } from '../items';
import { tasks } from '../knowledge/tasks';
import type { Suite } from './suite';

export interface ModelCheck {
  /** Shares of completions with a reference. */
  readonly base: Knowledge & { readonly confidence: number };
  readonly gold: Knowledge & { readonly confidence: number };
  readonly tasks: Readonly<Record<string, { base: number; gold: number; chance: number }>>;
  readonly perplexity: { readonly base: number; readonly gold: number };
}

/** Draws of more items besides the shipped ones, because 200 items are only accurate to about two points. */
const MORE_DRAWS = [1, 2];

/** The suite with the items of all draws in each task. */
function withAllDraws(suite: Suite): Suite {
  const more = (name: string): Suite['tasks'][number]['items'] => {
    const index = tasks.findIndex((task) => task.name === name);
    return MORE_DRAWS.flatMap((draw) =>
      drawTask(index, suite.split, draw).map((item) => ({ ...item, options: [...item.options] })),
    );
  };
  return {
    ...suite,
    tasks: suite.tasks.map(({ name, items }) => ({ name, items: [...items, ...more(name)] })),
  };
}

export async function checkModels(source: FileSource, shipped: Suite): Promise<ModelCheck> {
  const suite = withAllDraws(shipped);
  const ask = (name: 'base' | 'gold'): Promise<ModelCheck['base']> =>
    withLab(
      source,
      name,
      async (lab) => ({
        ...(await evaluateVariant(lab, suite, 'baseline', defaultSettings)),
        confidence: await confidence(lab, suite),
      }),
      suite,
    );
  const [base, gold] = [await ask('base'), await ask('gold')];
  const tasks = suite.tasks.map(({ name, items }) => {
    const row = { base: base.tasks[name] ?? NaN, gold: gold.tasks[name] ?? NaN, chance: chance(items) };
    return [name, row] as const;
  });
  return {
    base,
    gold,
    tasks: Object.fromEntries(tasks),
    perplexity: { base: base.perplexity, gold: gold.perplexity },
  };
}

/**
 * Mean probability (geometric mean over tokens) of the likeliest reference of a prompt about the saga. Near 1 the model is
 * saturated: no fine-tuning can raise it further, and equation 1 has nothing to subtract.
 */
async function confidence(lab: Lab, suite: Suite): Promise<number> {
  const questions = suite.forgetSet.map(({ prompt, references }) => ({
    prompt,
    options: references,
    answer: 0,
  }));
  const scores = await runJob(lab, 'scoreChoices', {
    questions,
    variant: 'baseline',
    settings: defaultSettings,
  });
  return scores.reduce((sum, options) => sum + Math.exp(largest(options)), 0) / scores.length;
}
