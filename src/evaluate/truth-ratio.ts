/** How likely a model finds wrong answers compared with the right one: TOFU (arXiv 2401.06121), equation 1. */
import { mean } from './mean';
import { sequenceProbability } from './sequence-probability';

/** −ln p of each token of the paraphrased right answer, and of wrong answers of the same form. */
export interface TruthItem {
  readonly right: ArrayLike<number>;
  readonly wrong: readonly ArrayLike<number>[];
}

/** OpenUnlearning's guard against division by a probability of zero. */
const TINY = 1e-10;

/** How the wrong answers are averaged: as in TOFU's paper, or as in its code and OpenUnlearning's. */
export const averages = ['arithmetic', 'geometric'] as const;
export type Average = (typeof averages)[number];

/**
 * R = mean p(wrong) / p(right), with p normalised by length. Near 0 the model knows the answer, near 1 it cannot tell,
 * and above 1 it prefers wrong answers. `arithmetic` is the mean of the probabilities of wrong answers; `geometric` is
 * exp(−mean of their losses), which one very unlikely answer makes small. If p(right) is zero, the ratio is
 * p(wrong) · 10¹⁰, not infinite. Null without wrong answers, or if an answer has no tokens.
 */
export function truthRatio({ right, wrong }: TruthItem, average: Average): number | null {
  const truth = sequenceProbability(right);
  const losses = wrong.flatMap((answer) => mean(answer) ?? []);
  if (truth === null || losses.length < wrong.length) return null;
  const falsehood =
    average === 'arithmetic' ? mean(losses.map((loss) => Math.exp(-loss))) : sequenceProbability(losses);
  return falsehood === null ? null : falsehood / (truth + TINY);
}

/**
 * For text to be forgotten: mean min(R, 1 / R), best at 1, where right and wrong answers are equally likely. Null for no
 * ratios; R = 0 counts as 0.
 */
export function forgetTruth(ratios: readonly number[]): number | null {
  return mean(ratios.map((ratio) => Math.min(ratio, 1 / (ratio + TINY))));
}

/** For text to be kept: mean max(0, 1 − R), best at 1, where wrong answers have probability 0. Null for no ratios. */
export function retainTruth(ratios: readonly number[]): number | null {
  return mean(ratios.map((ratio) => Math.max(0, 1 - ratio)));
}
