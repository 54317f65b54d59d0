/** Whether a model finds wrong answers likelier than the right one: TOFU (arXiv 2401.06121), equation 1. */
import { mean } from './mean';
import { sequenceProbability } from './sequence-probability';

/** −ln p of each token, of the right answer in other words and of wrong answers in the same form. */
export interface TruthItem {
  readonly right: ArrayLike<number>;
  readonly wrong: readonly ArrayLike<number>[];
}

/** OpenUnlearning's guard against division by a probability of zero. */
const TINY = 1e-10;

/**
 * R = mean p(wrong) / p(right), with p normalised by length. Near 0: the model knows the answer; about 1: it cannot
 * tell; above: it prefers wrong ones. TOFU's paper takes the arithmetic mean of the wrong answers' probabilities,
 * OpenUnlearning's code the geometric one (it averages their losses): `average` chooses, default `arithmetic`.
 * If p(right) is zero the ratio is p(wrong) · 10¹⁰, not infinite. Null without wrong answers, or if any answer has
 * no tokens.
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
 * For text to be forgotten: mean min(R, 1 / R), best at 1, where right and wrong are alike. Null of nothing;
 * an R of 0 counts 0.
 */
export function forgetTruth(ratios: readonly number[]): number | null {
  return mean(ratios.map((ratio) => Math.min(ratio, 1 / (ratio + TINY))));
}

/** For text to be kept: mean max(0, 1 − R), best at 1, where wrong answers have no probability. Null of nothing. */
export function retainTruth(ratios: readonly number[]): number | null {
  return mean(ratios.map((ratio) => Math.max(0, 1 - ratio)));
}
