/**
 * Graph: equation 1 of "Who's Harry Potter?" (arXiv 2310.02238), for one block. This is the only
 * place where α is applied:
 *
 *   v_generic = v_baseline − α · ReLU(v_reinforced − v_baseline)
 *
 * The rows come from align.ts and stay on the device, so that another α runs this graph alone.
 */
import { input, mul, reduceLogSumExp, relu, sub, topK } from '../../graph/build';
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
  /** T, tokens of the block */
  readonly length: number;
  readonly vocabSize: number;
  /** k, how many of the strongest tokens to report per position */
  readonly top: number;
}

export type CombineInput = 'baseline' | 'reinforced' | 'alpha';

/** The strongest entries of each row [T, V]; see `strongest`. */
export type TopOutput = 'logits' | 'ids' | 'logSum';

/** baseline and reinforced f32 [T, V] as align.ts makes them, alpha [1] → the strongest of v_generic. */
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
 * Of each row [T, V]: its k largest logits (f32) and their ids (i64), [T, k], largest first and lowest id first
 * among equals, and logSum = ln Σ exp [T, 1], so that a probability is exp(logit − logSum).
 */
export function strongest(rows: Value, k: number): Record<TopOutput, Value> {
  const { values, indices } = topK(rows, k);
  return { logits: values, ids: indices, logSum: reduceLogSumExp(rows, [1]) };
}
