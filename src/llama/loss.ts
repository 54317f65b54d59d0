/** Cross-entropy on next tokens. */
import { gatherElements, mul, reduceLogSumExp, reduceSum, reshape, sub } from '../graph/build';
import type { Value } from '../graph/ir';

/**
 * Σᵢ weightᵢ · (ln Σ exp(logitsᵢ) − logitsᵢ[labelᵢ]) with logits [N, V], labels i32 [N] and
 * weights f32 [N], as one number []. Ignored positions (label −100) come with weight 0 and label 0:
 * the ignore mark is never an index. Weights that sum to 1 make it the mean.
 */
export function crossEntropy(logits: Value, labels: Value, weights: Value): Value {
  return reshape(reduceSum(mul(negativeLogLikelihood(logits, labels), weights), [0]), []);
}

/** −ln p(labelᵢ) for each position: [N]. */
export function negativeLogLikelihood(logits: Value, labels: Value): Value {
  const [n = 0] = logits.shape;
  const chosen = gatherElements(logits, reshape(labels, [n, 1]), 1); // [N, 1]
  return reshape(sub(reduceLogSumExp(logits, [1]), chosen), [n]);
}
