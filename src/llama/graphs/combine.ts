/**
 * Graph: equation 1 of "Who's Harry Potter?" (arXiv 2310.02238), for one block. Only here is α applied:
 *
 *   v_generic = v_baseline − α · ReLU(v_reinforced − v_baseline)
 *
 * Its inputs come from align.ts and stay on the device, so that another α needs no other graph.
 */
import { input, mul, relu, sub, topK } from '../../graph/build';
import { fuse } from '../../graph/fuse';
import { graph, type Graph } from '../../graph/graph';
import type { Value } from '../../graph/ir';
import { logSumExp } from '../long-sums';

/**
 * What equation 1 is applied to. The paper uses raw logits, which have an arbitrary constant per position: softmax
 * ignores it, but the ReLU does not. `logprob` normalises both rows first, the baseline's after the forbid rule.
 */
export const logitSpaces = ['raw', 'logprob'] as const;
export type LogitSpace = (typeof logitSpaces)[number];

export interface CombineShape {
  /** n, rows of logits */
  readonly length: number;
  readonly vocabSize: number;
  /** k, how many of the strongest tokens to report per position */
  readonly top: number;
}

export type CombineInput = 'baseline' | 'reinforced' | 'alpha';

/** The strongest entries of each row [T, V]; see `strongest`. */
export type TopOutput = 'logits' | 'ids' | 'logSum';

/** baseline and reinforced f32 [T, V] from align.ts, alpha [1] → the strongest tokens of v_generic. */
export function combineGraph({ length, vocabSize, top }: CombineShape): Graph<CombineInput, TopOutput> {
  const baseline = input('baseline', 'f32', [length, vocabSize]);
  const reinforced = input('reinforced', 'f32', [length, vocabSize]);
  const alpha = input('alpha', 'f32', [1]);
  return graph({ baseline, reinforced, alpha }, strongest(equation1(baseline, reinforced, alpha), top), fuse);
}

/** v_baseline − α · ReLU(v_reinforced − v_baseline). */
export function equation1(baseline: Value, reinforced: Value, alpha: Value): Value {
  return sub(baseline, mul(alpha, relu(sub(reinforced, baseline))));
}

/**
 * For each row of [T, V]: its k largest logits (f32) and their ids (i64), [T, k], largest first and ties by id, and
 * logSum = ln Σ exp [T, 1], so that a probability is exp(logit − logSum).
 */
export function strongest(rows: Value, k: number): Record<TopOutput, Value> {
  const { values, indices } = topK(rows, k);
  return { logits: values, ids: indices, logSum: logSumExp(rows) };
}
