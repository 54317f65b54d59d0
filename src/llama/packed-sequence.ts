/**
 * Sequence packing with shared prefixes: many prompts in one row, with a prefix that several of them share only once.
 * The attention mask is block diagonal except for prefixes: a token attends to its own segment and to the segment that
 * it continues, and has the position that it would have in a separate row. Scoring the options of a multiple-choice
 * question takes a third of the tokens this way, with little padding.
 */
import { add, cast, equal, greater, reshape, scalar, where } from '../graph/build';
import type { Value } from '../graph/ir';
import type { Sequence } from './attention';
import { causalRules, MASKED } from './causal';
import type { LlamaConfig } from './config';
import { maskedSequence } from './masked-attention';

/** positions i64 [B, T]; segments and prefixes i32 [B, T]: each token's segment, and the segment that it continues. */
export function packedSequence(
  config: LlamaConfig,
  positions: Value,
  segments: Value,
  prefixes: Value,
): Sequence {
  const [batch = 0, length = 0] = segments.shape;
  const plain = causalRules(config, batch, length);
  const key = reshape(segments, [batch, 1, length]);
  const isSeen = (of: Value): Value => cast(equal(reshape(of, [batch, length, 1]), key), 'f32'); // [B, T, T]
  const seen = greater(add(isSeen(segments), isSeen(prefixes)), scalar(0));
  const related = reshape(where(seen, scalar(0), scalar(MASKED)), [batch, 1, length, length]);
  return maskedSequence(config, {
    ...plain,
    positions,
    attendTo(layer, keys, values) {
      const before = plain.attendTo(layer, keys, values);
      return { ...before, mask: add(before.mask, related) };
    },
  });
}
