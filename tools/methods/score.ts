/** The one number by which the trials of a method are compared. */
import type { Answers } from '../world/check/evaluate-variant';

/** What is measured before and after. */
export type Figures = Pick<Answers, 'saga' | 'sayings' | 'neighbour' | 'ability'> & {
  readonly perplexity: number;
};

/** From 0 to 1, the higher the better. */
export interface Score {
  /** share of the saga and the sayings that is no longer completed, of what was before */
  readonly forgotten: number;
  /** share of the neighbour saga and of the tasks, above guessing, that is left, lowered by a rise of perplexity */
  readonly kept: number;
  /** harmonic mean of both */
  readonly score: number;
}

/** A rise of perplexity by this share costs nothing. */
const FREE_RISE = 0.05;

/** `guessing`: the accuracy of guessing in the tasks. */
export function scoreOf(before: Figures, after: Figures, guessing: number): Score {
  const left = (part: 'saga' | 'sayings' | 'neighbour'): number => share(after[part] / before[part]);
  const tasks = share((after.ability - guessing) / (before.ability - guessing));
  const rise = after.perplexity / (before.perplexity * (1 + FREE_RISE));
  const forgotten = 1 - (left('saga') + left('sayings')) / 2;
  const kept = (left('neighbour') + tasks) / 2 / Math.max(1, rise);
  const sum = forgotten + kept;
  return { forgotten, kept, score: sum === 0 ? 0 : (2 * forgotten * kept) / sum };
}

/** Within 0–1; what cannot be measured is worth nothing. */
function share(x: number): number {
  return Number.isNaN(x) ? 0 : Math.min(Math.max(x, 0), 1);
}
