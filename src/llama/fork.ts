/**
 * Many texts in one row, and texts that share their beginning once: each stretch of tokens sees itself and the stretch
 * it goes on from, at the positions it would have alone. Scoring the options of a question takes a third of the
 * tokens so, and no row is half padding.
 */
import { add, cast, equal, greater, reshape, scalar, where } from '../graph/build';
import type { Value } from '../graph/ir';
import type { Sequence } from './attention';
import { causalSequence, UNSEEN } from './causal';
import type { LlamaConfig } from './config';

/** positions i64 [B, T]; stretches and parents i32 [B, T]: each token's own stretch and the one before it. */
export function forkedSequence(
  config: LlamaConfig,
  positions: Value,
  stretches: Value,
  parents: Value,
): Sequence {
  const [batch = 0, length = 0] = stretches.shape;
  const plain = causalSequence(config, batch, length);
  const key = reshape(stretches, [batch, 1, length]);
  const isSeen = (of: Value): Value => cast(equal(reshape(of, [batch, length, 1]), key), 'f32'); // [B, T, T]
  const seen = greater(add(isSeen(stretches), isSeen(parents)), scalar(0));
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
