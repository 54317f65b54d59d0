/** How much of the forget set a model has forgotten, and how much of the rest it has kept: one number each. */
import type { MetricName } from './metric-catalogue';
import { mean } from './mean';

/** The metrics that both numbers are computed from. */
type Scored = Extract<MetricName, 'answers' | 'sayings' | 'neighbour' | 'general' | 'perplexity'>;

/** Of one model; null or absent: not measured. */
export type ScoredMetrics = Readonly<Partial<Record<Scored, number | null>>>;

/** Each from 0 to 1; null: nothing that it consists of was measured. */
export interface ForgottenKept {
  /** share of the right answers and the sayings that is gone, of what was there before */
  readonly forgotten: number | null;
  /** share of the neighbour and of the tasks, above guessing, that is left, lowered by a rise of perplexity */
  readonly kept: number | null;
}

/** A rise of perplexity by this share costs nothing. */
const FREE_RISE = 0.05;

/** `guessing`: the accuracy of guessing in the tasks; null: not known, which leaves the tasks out. */
export function forgottenAndKept(
  before: ScoredMetrics,
  after: ScoredMetrics,
  guessing: number | null,
): ForgottenKept {
  const left = (metric: keyof ScoredMetrics, floor: number | null): number[] => {
    const [old, now] = [before[metric] ?? null, after[metric] ?? null];
    if (old === null || now === null || floor === null || old <= floor) return [];
    return [within((now - floor) / (old - floor))];
  };
  const known = mean([...left('answers', 0), ...left('sayings', 0)]);
  const rest = mean([...left('neighbour', 0), ...left('general', guessing)]);
  return {
    forgotten: known === null ? null : 1 - known,
    kept: rest === null ? null : rest / Math.max(1, riseOf(before.perplexity, after.perplexity)),
  };
}

/** The harmonic mean of both: high only if much is forgotten and much is kept. Null where one is missing. */
export function balanceOf({ forgotten, kept }: ForgottenKept): number | null {
  if (forgotten === null || kept === null) return null;
  return forgotten + kept === 0 ? 0 : (2 * forgotten * kept) / (forgotten + kept);
}

function riseOf(before: number | null | undefined, after: number | null | undefined): number {
  return before == null || after == null ? 1 : after / (before * (1 + FREE_RISE));
}

/** Within 0–1; what cannot be measured is worth nothing. */
function within(x: number): number {
  return Number.isNaN(x) ? 0 : Math.min(Math.max(x, 0), 1);
}
