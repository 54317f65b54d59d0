/**
 * Graph: the two inputs of equation 1 at every position (arXiv 2310.02238, section 2.3). The baseline's logits on the
 * translated block are taken at the mapped positions, and forbidden tokens are set to the mean of their row, so that the
 * model does not learn a translation as a new name. The reinforced logits are those on the original block.
 */
import {
  constant,
  equal,
  gather,
  greater,
  input,
  reduceMean,
  reshape,
  slice,
  sub,
  where,
} from '../../graph/build';
import { fuse } from '../../graph/fuse';
import { graph, type Graph } from '../../graph/graph';
import type { Value } from '../../graph/ir';
import { strongest, type CombineShape, type LogitSpace, type TopOutput } from './combine';
import { logSumExp } from '../long-sums';

export interface AlignShape extends CombineShape {
  readonly space: LogitSpace;
}

export type AlignInput = 'logits' | 'mapping' | 'forbiddenFrom' | 'forbiddenAt';
type Side = 'baseline' | 'reinforced';
export type AlignOutput = Side | `${Side}.${TopOutput}`;

/** In `forbiddenFrom`: the token is never forbidden. */
export const NEVER = 2 ** 30;
/** In `forbiddenAt`: no token is forbidden at this position. */
export const NONE = -1;

/**
 * logits [2, T, V] (row 0: baseline on the translated block, row 1: reinforced on the original, both padded),
 * mapping i32 [T] (the translated position whose prediction belongs to each original one; −1 is passed as 0, and its
 * results are not used), forbiddenFrom i32 [V] (the translated position from which a token is forbidden, or NEVER), forbiddenAt i32
 * [T] (a token that is forbidden at this original position alone, or NONE)
 * → baseline and reinforced [T, V], and the strongest tokens of each.
 */
export function alignGraph({ length, vocabSize, top, space }: AlignShape): Graph<AlignInput, AlignOutput> {
  const logits = input('logits', 'f32', [2, length, vocabSize]);
  const mapping = input('mapping', 'i32', [length]);
  const forbiddenFrom = input('forbiddenFrom', 'i32', [vocabSize]);
  const forbiddenAt = input('forbiddenAt', 'i32', [length]);
  const tokens = constant(
    Int32Array.from({ length: vocabSize }, (_, id) => id),
    [1, vocabSize],
  );

  const row = (index: number): Value => reshape(slice(logits, 0, index, index + 1), [length, vocabSize]);
  const into = (x: Value): Value => (space === 'raw' ? x : sub(x, logSumExp(x)));
  // from > position: the token is not forbidden there yet
  const isFree = greater(reshape(forbiddenFrom, [1, vocabSize]), reshape(mapping, [length, 1]));
  const mapped = gather(row(0), mapping);
  const isHere = equal(tokens, reshape(forbiddenAt, [length, 1]));
  const allowed = forbid(mapped, isFree);
  const baseline = into(where(isHere, reduceMean(mapped, [1]), allowed)); // [T, V]
  const reinforced = into(row(1));
  const [b, r] = [strongest(baseline, top), strongest(reinforced, top)];
  return graph(
    { logits, mapping, forbiddenFrom, forbiddenAt },
    {
      baseline,
      reinforced,
      'baseline.logits': b.logits,
      'baseline.ids': b.ids,
      'baseline.logSum': b.logSum,
      'reinforced.logits': r.logits,
      'reinforced.ids': r.ids,
      'reinforced.logSum': r.logSum,
    },
    fuse,
  );
}

/** Sets the entries of each row that are not free (bool [N, V]) to the mean of the original row. */
export function forbid(rows: Value, isFree: Value): Value {
  return where(isFree, rows, reduceMean(rows, [1]));
}
