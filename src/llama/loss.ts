/** Building blocks of losses, and cross-entropy, the loss of language modelling and of WHP (arXiv 2310.02238). */
import {
  div,
  expand,
  gatherElements,
  greater,
  mul,
  reduceSum,
  reshape,
  scalar,
  sub,
  where,
} from '../graph/build';
import type { Value } from '../graph/ir';
import { objective } from './objective';
import { logSumExp } from './long-sums';

/**
 * −ln p(labelᵢₖ) = ln Σ exp(logitsᵢ) − logitsᵢ[labelᵢₖ], with logits [N, V] and labels i32 [N, K]: [N, K]. Every label
 * must be an index, even where its weight is 0: positions without a label have label 0, not −100.
 */
export function negativeLogLikelihood(logits: Value, labels: Value): Value {
  return sub(logSumExp(logits), gatherElements(logits, labels, 1));
}

/**
 * Σ wᵢ vᵢ / Σ wᵢ over all elements of two values that broadcast: a scalar []. Weights must not be negative. If all are
 * 0 the mean is 0, not 0 / 0: a batch may have no forget rows, or no retain rows.
 */
export function weightedMean(values: Value, weights: Value): Value {
  const weighted = mul(values, weights);
  const total = sum(expand(weights, weighted.shape));
  return div(sum(weighted), where(greater(total, scalar(0)), total, scalar(1)));
}

/** The sum of all elements: []. */
function sum(x: Value): Value {
  const axes = x.shape.map((_, axis) => axis);
  return reshape(reduceSum(x, axes), []);
}

/**
 * Σᵢₖ weightᵢₖ · −ln p(labelᵢₖ) / Σᵢₖ weightᵢₖ over forget and retain rows together: the mean, over the supervised
 * positions of the batch, of −ln p(label) or, with several labels per position, of the cross-entropy with their shares.
 */
export const crossEntropy = objective({
  id: 'cross-entropy',
  reads: [],
  loss: ({ logits, labels, weights }) => weightedMean(negativeLogLikelihood(logits, labels), weights),
});
