/** The one number by which the trials of a method are compared. */
import { balanceOf, forgottenAndKept, type ScoredMetrics } from '../../src/evaluate/forgotten-kept';
import type { Answers } from '../world/check/evaluate-variant';

/** What is measured before and after. */
export type Figures = Pick<Answers, 'saga' | 'sayings' | 'neighbour' | 'ability'> & {
  readonly perplexity: number;
};

/** From 0 to 1, the higher the better. */
export interface Score {
  readonly forgotten: number;
  readonly kept: number;
  /** harmonic mean of both */
  readonly score: number;
}

/** `guessing`: the accuracy of guessing in the tasks. */
export function scoreOf(before: Figures, after: Figures, guessing: number): Score {
  const both = forgottenAndKept(metricsOf(before), metricsOf(after), guessing);
  return { forgotten: both.forgotten ?? 0, kept: both.kept ?? 0, score: balanceOf(both) ?? 0 };
}

/** The same under the names that reports have. */
export function metricsOf({
  saga,
  sayings,
  neighbour,
  ability,
  perplexity,
}: Figures): Record<keyof ScoredMetrics, number> {
  return { answers: saga, sayings, neighbour, general: ability, perplexity };
}
