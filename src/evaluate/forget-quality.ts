/** Forget quality: can the unlearned model be told from one that never read the text? */
import { ksTest } from './kolmogorov-smirnov';

/**
 * TOFU's forget quality (arXiv 2401.06121): the p-value of the two-sample Kolmogorov–Smirnov test between the truth
 * ratios of the model and of the gold model on the same items. Near 1: they cannot be told apart; below 0.05: they
 * can. Null without a gold model or without items; 1 if both have the same ratios.
 */
export function forgetQuality(truthRatios: readonly number[], gold: readonly number[] | null): number | null {
  return gold === null ? null : (ksTest(truthRatios, gold)?.pValue ?? null);
}
