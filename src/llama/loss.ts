/** Cross-entropy on next tokens. */
import { gatherElements, mul, reduceLogSumExp, reduceSum, reshape, sub } from '../graph/build';
import type { Value } from '../graph/ir';

/**
 * Σᵢₖ weightᵢₖ · (ln Σ exp(logitsᵢ) − logitsᵢ[labelᵢₖ]) with logits [N, V], labels i32 and weights f32 [N, K],
 * as one number []. K = 1 with weights that sum to 1 is the mean −ln p(label); weights that share out a position's
 * part over K labels are the cross-entropy against that distribution (soft labels). Ignored positions (label −100)
 * come with weight 0 and label 0: the ignore mark is never an index.
 */
export function crossEntropy(logits: Value, labels: Value, weights: Value): Value {
  return reshape(reduceSum(mul(negativeLogLikelihood(logits, labels), weights), [0, 1]), []);
}

/** −ln p(labelᵢₖ) for each position and label: [N, K]. */
export function negativeLogLikelihood(logits: Value, labels: Value): Value {
  return sub(reduceLogSumExp(logits, [1]), gatherElements(logits, labels, 1));
}
