/** One run of a method in a lab, measured by `Figures`. */
import { hasCode } from '../../src/base/errors';
import { labErrors } from '../../src/lab/errors';
import type { Lab } from '../../src/lab/lab';
import { chance } from '../../src/evaluate/multiple-choice';
import { defaultSettings, tokensTrained, type RunSettings } from '../../src/methods/settings';
import { usedNames } from '../../src/methods/used-settings';
import { runJob } from '../lab/node-lab';
import { methodSeconds, runStages, type StagesRun } from '../lab/run-stages';
import { answersOf } from '../world/check/evaluate-variant';
import type { Suite } from '../world/check/suite';
import type { BaselineLine, Phase, RunLine } from './records';
import type { Figures } from './score';

/** The model before unlearning. */
export async function baselineLine(lab: Lab, suite: Suite, phase: Phase): Promise<BaselineLine> {
  const { perplexity } = await runJob(lab, 'measure', { variant: 'baseline', settings: defaultSettings });
  const { saga, sayings, neighbour, ability } = await answersOf(lab, suite, 'baseline', defaultSettings);
  const figures = { saga, sayings, neighbour, ability, perplexity };
  return { what: 'baseline', phase, guessing: chance(suite.tasks.flatMap(({ items }) => items)), figures };
}

/** Stages that are up to date are not run again, so that runs of one lab share their reinforced model. */
export async function runLine(lab: Lab, suite: Suite, phase: Phase, settings: RunSettings): Promise<RunLine> {
  const stages = await untilDiverged(lab, settings);
  return {
    what: 'run',
    phase,
    method: settings.method,
    settings: usedSettings(settings),
    tokens: tokensTrained(settings),
    seconds: stages ? methodSeconds(stages) : 0,
    figures: stages && (await figuresAfter(lab, suite, settings, stages)),
  };
}

/** The settings that the stages of the method depend on. */
export function usedSettings(settings: RunSettings): Readonly<Record<string, unknown>> {
  const names = usedNames(settings);
  return Object.fromEntries(Object.entries(settings).filter(([name]) => names.includes(name)));
}

/** null: the training diverged. */
async function untilDiverged(lab: Lab, settings: RunSettings): Promise<StagesRun | null> {
  try {
    return await runStages(lab, 'unlearn', { settings });
  } catch (error) {
    if (hasCode(error, labErrors, 'train/diverged')) return null;
    throw error;
  }
}

async function figuresAfter(
  lab: Lab,
  suite: Suite,
  settings: RunSettings,
  { unlearn }: StagesRun,
): Promise<Figures> {
  const perplexity = unlearn?.compared.after.perplexity ?? Infinity;
  const { saga, sayings, neighbour, ability } = await answersOf(lab, suite, 'unlearned', settings);
  return {
    saga,
    sayings,
    neighbour,
    ability,
    perplexity: Number.isNaN(perplexity) ? Infinity : perplexity,
  };
}
