/** Causal attention over whole sequences: every token attends to itself and to the tokens before it. */
import { constant } from '../graph/build';
import { fromIndices } from '../graph/nd-array';
import type { Sequence } from './attention';
import type { LlamaConfig } from './config';
import { maskedSequence, type MaskedRules } from './masked-attention';
import { ropeTables } from './rope';

/** Added to the scores of masked positions. Finite, so that no row of a softmax is NaN. */
export const MASKED = -1e9;

/**
 * B sequences of T tokens from position 0. Padding on the right needs no extra mask: no token before it attends to it.
 */
export function causalSequence(config: LlamaConfig, batch: number, length: number): Sequence {
  return maskedSequence(config, causalRules(config, batch, length));
}

export function causalRules(config: LlamaConfig, batch: number, length: number): MaskedRules {
  const mask = fromIndices([length, length], ([query = 0, key = 0]) => (key > query ? MASKED : 0));
  const causal = constant(Float32Array.from(mask.data), mask.shape); // [T, T]
  const row = Array.from({ length }, (_, t) => BigInt(t));
  const positions = BigInt64Array.from(Array.from({ length: batch }, () => row).flat());
  return {
    batch,
    length,
    positions: constant(positions, [batch, length]),
    rope: ropeTables(config, length),
    attendTo: (_, keys, values) => ({ keys, values, mask: causal }),
  };
}
