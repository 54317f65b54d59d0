/** Building blocks of losses, and cross-entropy, the loss of language modelling and of WHP (arXiv 2310.02238). */
import {
  concat,
  constant,
  div,
  equal,
  expand,
  gatherElements,
  greater,
  mul,
  neg,
  reduceLogSumExp,
  reduceSum,
  reshape,
  scalar,
  slice,
  sub,
  where,
} from '../graph/build';
import type { Value } from '../graph/ir';
import { logSumExp } from './long-sums';
import { objective, type Logits, type ObjectiveContext } from './objective';

/**
 * −ln p(labelᵢₖ) = ln Σ exp(logitsᵢ) − logitsᵢ[labelᵢₖ], with logits [N, V] and labels i32 [N, K]: [N, K]. Every label
 * must be an index, even where its weight is 0: positions without a label have label 0, not −100.
 */
export function negativeLogLikelihood(logits: Logits, labels: Value): Value {
  return logits.read((rows, ids) => sub(logSumExp(rows), gatherElements(rows, ids, 1)), labels);
}

/** Takes the place of ln 0: exp of it is 0 in f32, and it is still a number. */
const LOWEST = -1e30;

/**
 * Unlikelihood (Welleck et al., arXiv 1908.04319): −ln(1 − p(tokenᵢ)), with logits [N, V] and tokens i32 [N, 1]: [N, 1].
 * Taken as ln Σ exp over all tokens minus that over all others, because 1 − p has no digits left where p is near 1.
 */
export function unlikelihood(logits: Logits, tokens: Value): Value {
  return logits.read((rows, ids) => {
    const [, V = 0] = rows.shape;
    const isToken = equal(
      constant(
        Int32Array.from({ length: V }, (_, id) => id),
        [1, V],
      ),
      ids,
    );
    const others = where(isToken, scalar(LOWEST), rows);
    return sub(logSumExp(rows), logSumExp(others));
  }, tokens);
}

/**
 * Σ wᵢ vᵢ / Σ wᵢ over all elements of two values that broadcast: a scalar []. Weights must not be negative. If all are
 * 0 the mean is 0, not 0 / 0: a batch may have no forget rows, or no retain rows.
 */
export function weightedMean(values: Value, weights: Value): Value {
  const weighted = mul(values, weights);
  return div(sum(weighted), orOne(sum(expand(weights, weighted.shape))));
}

/** A total to divide by: 1 where it is 0. */
export function orOne(total: Value): Value {
  return where(greater(total, scalar(0)), total, scalar(1));
}

/** The sum of each row of the batch over its positions and labels: [N, K] → [B, 1]. */
export function rowSums(values: Value, batch: number): Value {
  const [N = 0, K = 0] = values.shape;
  return reduceSum(reshape(values, [batch, (N / batch) * K]), [1]);
}

/** A value [N, 1] that is the same at all positions of a row, such as `isForget`: [B, 1]. */
export function perRow(value: Value, batch: number): Value {
  const [N = 0] = value.shape;
  return slice(reshape(value, [batch, N / batch]), 1, 0, 1);
}

/** ln σ(x) = −ln(e⁰ + e⁻ˣ) for x [B, 1], without overflow: [B, 1]. */
export function logSigmoid(x: Value): Value {
  return neg(reduceLogSumExp(concat([expand(scalar(0), x.shape), neg(x)], 1), [1]));
}

/** The cross-entropy of the retain rows alone, which methods add to what pushes the forget set down: []. */
export function retainCrossEntropy({
  logits,
  labels,
  weights,
  isForget,
}: Pick<ObjectiveContext<'isForget'>, 'logits' | 'labels' | 'weights' | 'isForget'>): Value {
  return weightedMean(negativeLogLikelihood(logits, labels), mul(weights, sub(scalar(1), isForget)));
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
