/** Forget quality: can the unlearned model be distinguished from one that never read the text? */
import { ksTest } from './kolmogorov-smirnov';

/**
 * TOFU's forget quality (arXiv 2401.06121): the p-value of the two-sample Kolmogorov–Smirnov test between the truth
 * ratios of the model and of the gold model on the same items. It depends on how these average the wrong answers, so a
 * report has it for both. Only the whole list of items gives it: from a part of them the p-value is another. Below 0.05 the two differ significantly; near 1 they are
 * indistinguishable. Null without a gold model or without items; 1 if all ratios are the same.
 */
export function forgetQuality(truthRatios: readonly number[], gold: readonly number[] | null): number | null {
  return gold === null ? null : (ksTest(truthRatios, gold)?.pValue ?? null);
}
