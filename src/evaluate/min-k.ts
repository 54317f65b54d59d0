/** How surprised a model is by the least expected tokens of a text. */
import { mean } from './mean';

/**
 * Min-K % (Shi et al., arXiv 2310.16789) with OpenUnlearning's sign: mean −ln p of the least likely tokens, a share `k`
 * of all and at least one. Low for training text. Takes −ln p of each token; infinite if one of them has probability
 * zero, null for no tokens.
 */
export function minK(negativeLogs: ArrayLike<number>, k = 0.4): number | null {
  const least = Float64Array.from(negativeLogs).sort().reverse();
  return mean(least.subarray(0, Math.max(1, Math.floor(k * least.length))));
}
