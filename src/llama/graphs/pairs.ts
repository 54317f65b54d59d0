/**
 * Pairs of rows as graph inputs: each output of a decoding step is a pair that equation 1 combines. For a plain variant
 * both are the same row, which the equation does not change.
 */
import { constant, gather, greater, input, mul, sub } from '../../graph/build';
import type { InputValue, Value } from '../../graph/ir';
import { forbid } from './align';
import { equation1 } from './combine';
import { logSumExp } from '../long-sums';

export type PairInput = 'baseline' | 'reinforced' | 'forbidden' | 'normalize' | 'alpha';

export interface Pairs {
  readonly inputs: Readonly<Record<PairInput, InputValue>>;
  /** Logits of the rows [B, V] → logits of the outputs [W, V]. */
  readonly combine: (logits: Value) => Value;
}

/**
 * For each of W outputs: baseline and reinforced i32 [W] (its rows), forbidden i32 [W, V] (1 where a token is forbidden
 * on the baseline's row, else 0), normalize f32 [W, 1] (1 for log-probabilities, 0 for raw logits), alpha f32 [W, 1].
 */
export function pairInputs(outputs: number, vocabSize: number): Pairs {
  const inputs = {
    baseline: input('baseline', 'i32', [outputs]),
    reinforced: input('reinforced', 'i32', [outputs]),
    forbidden: input('forbidden', 'i32', [outputs, vocabSize]),
    normalize: input('normalize', 'f32', [outputs, 1]),
    alpha: input('alpha', 'f32', [outputs, 1]),
  };
  const into = (x: Value): Value => sub(x, mul(inputs.normalize, logSumExp(x)));
  const isFree = greater(constant(Int32Array.of(1), [1, 1]), inputs.forbidden);
  return {
    inputs,
    combine(logits) {
      const baseline = into(forbid(gather(logits, inputs.baseline), isFree));
      return equation1(baseline, into(gather(logits, inputs.reinforced)), inputs.alpha);
    },
  };
}
