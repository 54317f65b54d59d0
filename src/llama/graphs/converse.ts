/**
 * Graph: the next token's logits of every writer, from the rows of one decoding step. A writer is a pair of rows that
 * equation 1 combines; a plain voice is the pair of its own row twice, which the equation leaves as it is.
 */
import { constant, gather, greater, input, mul, reduceLogSumExp, reshape, sub } from '../../graph/build';
import { fuse } from '../../graph/fuse';
import { graph, type Graph } from '../../graph/graph';
import type { Value } from '../../graph/ir';
import { forbid } from './align';
import { equation1 } from './combine';

export interface ConverseShape {
  /** B, rows of the step */
  readonly rows: number;
  /** W */
  readonly writers: number;
  readonly vocabSize: number;
}

export type ConverseInput = 'logits' | 'baseline' | 'reinforced' | 'forbidden' | 'normalize' | 'alpha';

/**
 * logits f32 [B, 1, V]; of each writer: baseline and reinforced i32 [W] (its rows), forbidden i32 [W, V] (1 where a
 * token is forbidden on the baseline's row, else 0), normalize f32 [W, 1] (1 for log-probabilities, 0 for raw logits),
 * alpha f32 [W, 1] → generic [W, V].
 */
export function converseGraph({ rows, writers, vocabSize }: ConverseShape): Graph<ConverseInput, 'generic'> {
  const logits = input('logits', 'f32', [rows, 1, vocabSize]);
  const [baseline, reinforced] = [input('baseline', 'i32', [writers]), input('reinforced', 'i32', [writers])];
  const forbidden = input('forbidden', 'i32', [writers, vocabSize]);
  const [normalize, alpha] = [input('normalize', 'f32', [writers, 1]), input('alpha', 'f32', [writers, 1])];

  const row = (ids: Value): Value => gather(reshape(logits, [rows, vocabSize]), ids); // [W, V]
  const into = (x: Value): Value => sub(x, mul(normalize, reduceLogSumExp(x, [1])));
  const isFree = greater(constant(Int32Array.of(1), [1, 1]), forbidden);
  const generic = equation1(into(forbid(row(baseline), isFree)), into(row(reinforced)), alpha);
  return graph({ logits, baseline, reinforced, forbidden, normalize, alpha }, { generic }, fuse);
}
