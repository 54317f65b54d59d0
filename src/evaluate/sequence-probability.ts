/** The probability of a text, normalised by its length. */
import { mean } from './mean';

/**
 * exp(mean ln p) per token, "probability" in TOFU (arXiv 2401.06121) and OpenUnlearning: the geometric mean of the
 * token probabilities. Takes −ln p of each token; 0 if any token has probability zero, null without tokens.
 */
export function sequenceProbability(negativeLogs: ArrayLike<number>): number | null {
  const average = mean(negativeLogs);
  return average === null ? null : Math.exp(-average);
}
