/**
 * The tuning of each method: twelve settings, all with the same budget of tokens. Settings that are not named here are
 * at their plain values, so that later defaults of a method do not change what was tried.
 */
import type { MethodName } from '../../src/methods/catalogue';
import { settingsFor, tokensTrained } from '../../src/methods/settings';

/** Tokens that the trainings of every trial and of every compared run read: those of the preset `focused`. */
export const BUDGET = tokensTrained(settingsFor('whp'));

/** Trials of each method. */
export const TRIALS = 12;

/** Values in place of the plain ones. */
export type Changes = Readonly<Record<string, unknown>>;

/** The methods to tune, in order. WHP was tuned before, by 29 trials in a replica of the shipped model in PyTorch. */
export const tuning = {
  // Four trials at a rate of 1e-3 came before these: they forgot less than 8%, and are in the results too.
  npo: cross([2e-3, 4e-3, 8e-3], [0.1, 0.5], [1, 4]).map(([rate, beta, retainWeight]) => ({
    ...halfRetain(rate),
    npo: { beta, retainWeight },
  })),
  simNpo: cross([2e-3, 4e-3, 8e-3], [0, 1], [1, 4]).map(([rate, gamma, retainWeight]) => ({
    ...halfRetain(rate),
    simNpo: { beta: 4.5, gamma, retainWeight },
  })),
  gradDiff: cross([1e-3, 2e-3, 4e-3, 8e-3], [1, 4, 12]).map(([rate, retainWeight]) => ({
    ...halfRetain(rate),
    gradDiff: { retainWeight },
  })),
  rmu: cross([2e-3, 8e-3], [2, 3, 4], [20, 80]).map(([rate, layer, steering]) => ({
    ...halfRetain(rate),
    rmu: { layer, steering, retainWeight: 100 },
  })),
  gradAscent: cross([1e-4, 2e-4, 4e-4, 8e-4, 1.6e-3, 3.2e-3], [8, 4]).map(([learningRate, batch]) => ({
    unlearn: { ...stepsOf(batch), learningRate, retainShare: 0 },
  })),
  // Trials with the same reinforcement follow one another, so that it runs once.
  taskVector: cross([2e-3, 1e-2], [0.25, 0.5, 0.75, 1, 1.5, 2]).map(([learningRate, scale]) => ({
    reinforce: { ...stepsOf(8), learningRate },
    taskVector: { scale },
  })),
  equation1: (['raw', 'logprob'] as const).flatMap((logitSpace) =>
    [0.5, 1, 2, 3, 5, 8].map((alpha) => ({
      reinforce: { ...stepsOf(8), learningRate: 1e-2 },
      alpha,
      logitSpace,
    })),
  ),
} as const satisfies Partial<Record<MethodName, readonly Changes[]>>;

export type TunedMethod = keyof typeof tuning;

function halfRetain(learningRate: number) {
  return { unlearn: { ...stepsOf(8), learningRate, retainShare: 0.5 } };
}

/** The steps that spend the budget on batches of this size. */
function stepsOf(batch: number) {
  return { batch, steps: BUDGET / (batch * 128) };
}

/** Every combination of one value from each list. */
function cross<const T extends readonly (readonly number[])[]>(...lists: T): { [K in keyof T]: number }[] {
  const all = lists.reduce<number[][]>(
    (found, list) => found.flatMap((one) => list.map((value) => [...one, value])),
    [[]],
  );
  // One value from each list: as many as there are lists.
  return all as { [K in keyof T]: number }[];
}
