/** Objectives for testing the training step; each of them uses a different part of the context of an objective. */
import {
  add,
  concat,
  constant,
  expand,
  mul,
  neg,
  reduceLogSumExp,
  reduceMean,
  reduceSum,
  reshape,
  scalar,
  slice,
  sub,
} from '../../graph/build';
import type { Value } from '../../graph/ir';
import { negativeLogLikelihood, weightedMean } from '../loss';
import { objective, type Objective } from '../objective';

/** −(2/β) · mean over forget rows of log σ(−β Σₜ log(p / p_ref)) (arXiv 2404.05868). */
export function npo(beta: number): Objective {
  return objective({
    id: `npo ${beta}`,
    reads: ['isForget', 'referenceLogProbs'],
    loss({ batch, logits, labels, weights, isForget, referenceLogProbs }) {
      const logRatio = neg(add(negativeLogLikelihood(logits, labels), referenceLogProbs)); // [N, K]
      const [N = 0, K = 0] = logRatio.shape;
      const ofRow = reduceSum(reshape(mul(weights, logRatio), [batch, (N / batch) * K]), [1]); // [B, 1]
      const isForgetRow = slice(reshape(isForget, [batch, N / batch]), 1, 0, 1); // [B, 1]
      const loss = mul(logSigmoid(mul(ofRow, scalar(-beta))), scalar(-2 / beta));
      return weightedMean(loss, isForgetRow);
    },
  });
}

/** log σ(x) = −log(e⁰ + e⁻ˣ) for x [B, 1]. */
function logSigmoid(x: Value): Value {
  return neg(reduceLogSumExp(concat([expand(scalar(0), x.shape), neg(x)], 1), [1]));
}

/** ‖h − c u‖² / H on forget rows and λ ‖h − h_ref‖² / H on retain rows, at one layer (arXiv 2403.03218). */
export function rmu(layer: number, steering: readonly number[], retainWeight: number): Objective {
  const target = constant(Float32Array.from(steering), [1, steering.length]);
  return objective({
    id: `rmu ${layer} ${steering.join()} ${retainWeight}`,
    reads: ['isForget'],
    loss({ hiddenStates, reference, isForget }) {
      const hidden = at(hiddenStates, layer);
      const forget = weightedMean(meanSquare(hidden, target), isForget);
      const retain = weightedMean(
        meanSquare(hidden, at(reference().hiddenStates, layer)),
        sub(scalar(1), isForget),
      );
      return add(forget, mul(retain, scalar(retainWeight)));
    },
  });
}

function at(hiddenStates: readonly Value[], layer: number): Value {
  const found = hiddenStates[layer];
  if (found) return found;
  throw new RangeError(`expected a layer below ${hiddenStates.length}, got ${layer}`);
}

/** Mean squared difference of each row: [N, 1]. */
function meanSquare(x: Value, y: Value): Value {
  const difference = sub(x, y);
  return reduceMean(mul(difference, difference), [1]);
}
