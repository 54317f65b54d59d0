/**
 * Graph: equation 1 of "Who's Harry Potter?" (arXiv 2310.02238), for one block. This is the only
 * place where α is applied:
 *
 *   v_generic = v_baseline − α · ReLU(v_reinforced − v_baseline)
 *
 * v_baseline comes from the translated block, is read at the mapped positions, and has the
 * forbidden tokens set to the mean of their row first, so that a name's translation does not
 * become a name itself.
 */
import {
  gather,
  greater,
  input,
  mul,
  reduceLogSumExp,
  reduceMax,
  reduceMean,
  relu,
  reshape,
  slice,
  softmax,
  sub,
  topK,
  where,
} from '../../graph/build';
import { fuse } from '../../graph/fuse';
import { graph, type Graph } from '../../graph/graph';
import type { Value } from '../../graph/ir';

/**
 * Where equation 1 is applied. The paper takes raw logits; they carry a constant per position that softmax
 * ignores and the ReLU does not. `logprob` normalises both rows first, the baseline after the forbid rule.
 */
export const logitSpaces = ['raw', 'logprob'] as const;
export type LogitSpace = (typeof logitSpaces)[number];

export interface CombineShape {
  /** T, tokens of the block; the translated block has as many, padded */
  readonly length: number;
  readonly vocabSize: number;
  /** k, how many of the strongest tokens to report per position */
  readonly top: number;
  readonly space: LogitSpace;
}

export type CombineInput = 'logits' | 'mapping' | 'forbiddenFrom' | 'alpha';
export type CombineOutput =
  | 'confidence'
  | 'baselineTop'
  | 'baselineIds'
  | 'reinforcedTop'
  | 'reinforcedIds'
  | 'genericTop'
  | 'genericIds';

/** In `forbiddenFrom`: a token that is never forbidden. */
export const NEVER = 2 ** 30;

/**
 * logits [2, T, V] (row 0: baseline on the translated block, row 1: reinforced on the original),
 * mapping i32 [T] (which translated position predicts for each original one; −1 is given as 0 and
 * its results are not used), forbiddenFrom i32 [V] (translated position from which a token is
 * forbidden, or NEVER), alpha [1] → confidence [T, 1] (largest probability of the baseline), and
 * the k strongest logits (f32) and their ids (i64) of each, [T, k], strongest first and lowest id
 * first among equals. The generic label is the first of genericIds.
 */
export function combineGraph({
  length,
  vocabSize,
  top,
  space,
}: CombineShape): Graph<CombineInput, CombineOutput> {
  const logits = input('logits', 'f32', [2, length, vocabSize]);
  const mapping = input('mapping', 'i32', [length]);
  const forbiddenFrom = input('forbiddenFrom', 'i32', [vocabSize]);
  const alpha = input('alpha', 'f32', [1]);

  const row = (index: number): Value => reshape(slice(logits, 0, index, index + 1), [length, vocabSize]);
  const into = (x: Value): Value => (space === 'raw' ? x : sub(x, reduceLogSumExp(x, [1])));
  const baseline = into(forbid(gather(row(0), mapping), mapping, forbiddenFrom)); // [T, V]
  const reinforced = into(row(1));
  const generic = equation1(baseline, reinforced, alpha);

  const best = topK(generic, top);
  const baselineBest = topK(baseline, top);
  const reinforcedBest = topK(reinforced, top);
  return graph(
    { logits, mapping, forbiddenFrom, alpha },
    {
      confidence: reduceMax(softmax(baseline, 1), [1]),
      baselineTop: baselineBest.values,
      baselineIds: baselineBest.indices,
      reinforcedTop: reinforcedBest.values,
      reinforcedIds: reinforcedBest.indices,
      genericTop: best.values,
      genericIds: best.indices,
    },
    fuse,
  );
}

/** v_baseline − α · ReLU(v_reinforced − v_baseline). */
export function equation1(baseline: Value, reinforced: Value, alpha: Value): Value {
  return sub(baseline, mul(alpha, relu(sub(reinforced, baseline))));
}

/** Sets the forbidden tokens of each row to the row's mean (taken before the edit). */
function forbid(baseline: Value, mapping: Value, forbiddenFrom: Value): Value {
  const [T = 0, V = 0] = baseline.shape;
  const isFree = greater(reshape(forbiddenFrom, [1, V]), reshape(mapping, [T, 1])); // from > position
  return where(isFree, baseline, reduceMean(baseline, [1]));
}
