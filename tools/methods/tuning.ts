/**
 * The tuning of each method: six learning rates, then six variations of the other settings at the best rate, all with
 * the same budget of tokens. Settings that are not named here are at their plain values, so that later defaults of a
 * method do not change what was tried.
 */
import type { MethodName } from '../../src/methods/catalogue';
import { settingsFor, tokensTrained } from '../../src/methods/settings';

/** Tokens that the trainings of every trial and of every compared run read: those of the preset `focused`. */
export const BUDGET = tokensTrained(settingsFor('whp'));

/** Trials of each method. */
export const TRIALS = 12;

/** Values in place of the plain ones. */
export type Changes = Readonly<Record<string, unknown>>;

export interface Tuning {
  /** each is tried with the first of these settings */
  readonly rates: readonly number[];
  readonly at: (rate: number) => Changes;
  /** tried at the best rate */
  readonly variations: (rate: number) => readonly Changes[];
}

/** The methods to tune, in order. WHP was tuned before, by 29 trials in a replica of the shipped model in PyTorch. */
export const tuning = {
  // Five other trials at the two lowest rates came first: they forgot less than 18 %, and are in the results too.
  npo: withRetain([1e-3, 2e-3, 4e-3, 8e-3, 1.6e-2, 3.2e-2], 'npo', { beta: 0.1, retainWeight: 1 }, [
    { beta: 0.03 },
    { beta: 0.3 },
    { beta: 1 },
    { retainWeight: 0.3 },
    { retainWeight: 3 },
    { retainWeight: 10 },
  ]),
  simNpo: withRetain(
    [1e-3, 2e-3, 4e-3, 8e-3, 1.6e-2, 3.2e-2],
    'simNpo',
    { beta: 4.5, gamma: 0, retainWeight: 1 },
    [{ beta: 2 }, { beta: 10 }, { gamma: 1 }, { gamma: 2 }, { retainWeight: 0.3 }, { retainWeight: 3 }],
  ),
  gradDiff: withRetain([5e-4, 1e-3, 2e-3, 4e-3, 8e-3, 1.6e-2], 'gradDiff', { retainWeight: 1 }, [
    { retainWeight: 0.25 },
    { retainWeight: 0.5 },
    { retainWeight: 2 },
    { retainWeight: 4 },
    { retainWeight: 8 },
    { retainWeight: 16 },
  ]),
  rmu: withRetain(
    [1e-3, 2e-3, 4e-3, 8e-3, 1.6e-2, 3.2e-2],
    'rmu',
    { layer: 3, steering: 20, retainWeight: 100 },
    [
      { layer: 2 },
      { layer: 4 },
      { steering: 5 },
      { steering: 80 },
      { retainWeight: 10 },
      { retainWeight: 1000 },
    ],
  ),
  gradAscent: {
    rates: [1e-4, 2e-4, 4e-4, 8e-4, 1.6e-3, 3.2e-3],
    at: (rate) => ({ unlearn: ascent(rate, 8) }),
    variations: (rate) => [
      ...[2, 4, 16].map((batch) => ({ unlearn: ascent(rate, batch) })),
      ...['constant', 'cosine'].map((schedule) => ({ unlearn: { ...ascent(rate, 8), schedule } })),
      { unlearn: { ...ascent(rate, 4), schedule: 'constant' } },
    ],
  },
  taskVector: {
    rates: [1e-3, 2e-3, 4e-3, 8e-3, 1.6e-2, 3.2e-2],
    at: (rate) => ({ ...reinforcing(rate), taskVector: { scale: 1 } }),
    variations: (rate) =>
      [0.25, 0.5, 0.75, 1.5, 2, 3].map((scale) => ({ ...reinforcing(rate), taskVector: { scale } })),
  },
  equation1: {
    rates: [1e-3, 2e-3, 4e-3, 8e-3, 1.6e-2, 3.2e-2],
    at: (rate) => ({ ...reinforcing(rate), alpha: 2, logitSpace: 'raw' }),
    variations: (rate) => [
      ...[0.5, 1, 3, 5, 8].map((alpha) => ({ ...reinforcing(rate), alpha, logitSpace: 'raw' })),
      { ...reinforcing(rate), alpha: 2, logitSpace: 'logprob' },
    ],
  },
} as const satisfies Partial<Record<MethodName, Tuning>>;

export type TunedMethod = keyof typeof tuning;

/** Half of each batch is retain rows; `method`: the name of its settings. */
function withRetain(
  rates: readonly number[],
  method: MethodName,
  settings: Changes,
  variations: readonly Changes[],
): Tuning {
  const at = (learningRate: number, own: Changes = settings): Changes => ({
    unlearn: { ...stepsOf(8), learningRate, retainShare: 0.5 },
    [method]: own,
  });
  return {
    rates,
    at: (rate) => at(rate),
    variations: (rate) => variations.map((changes) => at(rate, { ...settings, ...changes })),
  };
}

function ascent(learningRate: number, batch: number) {
  return { ...stepsOf(batch), learningRate, retainShare: 0 };
}

function reinforcing(learningRate: number) {
  return { reinforce: { ...stepsOf(8), learningRate } };
}

/** The steps that spend the budget on batches of this size. */
function stepsOf(batch: number) {
  return { batch, steps: BUDGET / (batch * 128) };
}
