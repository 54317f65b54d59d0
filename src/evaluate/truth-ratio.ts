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

/**
 * R = mean p(wrong) / p(right), with p normalised by length. Near 0 the model knows the answer, near 1 it cannot tell,
 * and above 1 it prefers wrong answers. TOFU's paper takes the arithmetic mean of the probabilities of wrong answers,
 * OpenUnlearning's code the geometric mean (it averages their losses): `average` selects one, default `arithmetic`. If
 * p(right) is zero, the ratio is p(wrong) · 10¹⁰, not infinite. Null without wrong answers, or if an answer has no tokens.
 */
export function truthRatio(
  { right, wrong }: TruthItem,
  average: 'arithmetic' | 'geometric' = 'arithmetic',
): number | null {
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
