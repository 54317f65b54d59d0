/**
 * Graph: the two inputs of equation 1 at some positions (arXiv 2310.02238, section 2.3). The baseline's logits are those on
 * the translated block at the mapped positions, where forbidden tokens are set to the mean of their row, so that the model
 * does not learn a translation as a new name. The reinforced logits are those on the original block.
 */
import { constant, equal, greater, input, reduceMean, reshape, sub, where } from '../../graph/build';
import { fuse } from '../../graph/fuse';
import { graph, type Graph } from '../../graph/graph';
import type { Value } from '../../graph/ir';
import { strongest, type CombineShape, type LogitSpace, type TopOutput } from './combine';
import { logSumExp } from '../long-sums';

export interface AlignShape extends CombineShape {
  readonly space: LogitSpace;
}

export type AlignInput = 'translated' | 'original' | 'mapping' | 'forbiddenFrom' | 'forbiddenAt';
type Side = 'baseline' | 'reinforced';
export type AlignOutput = Side | `${Side}.${TopOutput}`;

/** In `forbiddenFrom`: the token is never forbidden. */
export const NEVER = 2 ** 30;
/** In `forbiddenAt`: no token is forbidden at this position. */
export const NONE = -1;

/**
 * translated and original f32 [n, V] (logits of the baseline on the translated block and of the reinforced variant on the
 * original), mapping i32 [n] (the translated position that each row of `translated` is from), forbiddenFrom i32 [V] (the
 * translated position from which a token is forbidden, or NEVER), forbiddenAt i32 [n] (a token that is forbidden at this
 * position alone, or NONE)
 * → baseline and reinforced [n, V], and the strongest tokens of each.
 */
export function alignGraph({ length, vocabSize, top, space }: AlignShape): Graph<AlignInput, AlignOutput> {
  const translated = input('translated', 'f32', [length, vocabSize]);
  const original = input('original', 'f32', [length, vocabSize]);
  const mapping = input('mapping', 'i32', [length]);
  const forbiddenFrom = input('forbiddenFrom', 'i32', [vocabSize]);
  const forbiddenAt = input('forbiddenAt', 'i32', [length]);
  const tokens = constant(
    Int32Array.from({ length: vocabSize }, (_, id) => id),
    [1, vocabSize],
  );

  const into = (x: Value): Value => (space === 'raw' ? x : sub(x, logSumExp(x)));
  // from > position: the token is not forbidden there yet
  const isFree = greater(reshape(forbiddenFrom, [1, vocabSize]), reshape(mapping, [length, 1]));
  const isHere = equal(tokens, reshape(forbiddenAt, [length, 1]));
  const allowed = forbid(translated, isFree);
  const baseline = into(where(isHere, reduceMean(translated, [1]), allowed)); // [n, V]
  const reinforced = into(original);
  const [b, r] = [strongest(baseline, top), strongest(reinforced, top)];
  return graph(
    { translated, original, mapping, forbiddenFrom, forbiddenAt },
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
