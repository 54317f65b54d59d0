/**
 * Texts that share their beginning in one row: the trunk once, then every branch, which sees the trunk and itself
 * and has the positions it would have alone. Scoring the options of a question takes a third of the tokens so.
 */
import { add, cast, constant, equal, greater, reshape, scalar, where } from '../graph/build';
import type { Value } from '../graph/ir';
import type { Sequence } from './attention';
import { causalSequence, UNSEEN } from './causal';
import type { LlamaConfig } from './config';

/** In `branches`: a token of the trunk, which all see. */
export const TRUNK = 0;

/** positions i64 [B, T]; branches i32 [B, T], TRUNK or the number of its branch from 1. */
export function forkedSequence(config: LlamaConfig, positions: Value, branches: Value): Sequence {
  const [batch = 0, length = 0] = branches.shape;
  const plain = causalSequence(config, batch, length);
  const [query, key] = [reshape(branches, [batch, length, 1]), reshape(branches, [batch, 1, length])];
  const isTrunk = cast(greater(constant(Int32Array.of(TRUNK + 1), [1, 1, 1]), key), 'f32'); // [B, 1, T]
  const isOwn = cast(equal(query, key), 'f32'); // [B, T, T]
  const seen = greater(add(isTrunk, isOwn), scalar(0));
  const related = reshape(where(seen, scalar(0), scalar(UNSEEN)), [batch, 1, length, length]);
  return {
    ...plain,
    positions,
    attendTo(layer, keys, values) {
      const before = plain.attendTo(layer, keys, values);
      return { ...before, mask: add(before.mask, related) };
    },
  };
}
