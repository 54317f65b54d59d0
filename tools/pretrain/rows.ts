/** Training rows made on the fly: the same seed, step and row always give the same tokens. */
import { pick, prng, type Prng } from '../../src/base/prng';
import type { Tokenizer } from '../../src/files/tokenizer';
import { IGNORED, type TrainBatch } from '../../src/model/trainer';
import { BOS_ID } from './tokenizer-files';

export interface Mixture {
  /** A fresh everyday text. */
  readonly everyday: (random: Prng) => string;
  /** The saga's chapters as one row of tokens; windows of it are taken anywhere. */
  readonly saga: Int32Array;
  /** Short statements of the saga's facts. */
  readonly facts: readonly string[];
  /** Shares of the rows; the rest is everyday. */
  readonly sagaShare: number;
  readonly factShare: number;
}

/** Batch number `step` of a training run. */
export function trainingBatch(
  mixture: Mixture,
  tokenizer: Tokenizer,
  { seed, step, batch, length }: { seed: number; step: number; batch: number; length: number },
): TrainBatch {
  const random = prng(Math.imul(seed, 1_000_003) + step);
  const ids = new Int32Array(batch * length);
  const labels = new Int32Array(batch * length).fill(IGNORED);
  for (let row = 0; row < batch; row++) {
    const tokens = rowOf(mixture, tokenizer, length + 1, random);
    ids.set(tokens.subarray(0, length), row * length);
    labels.set(tokens.subarray(1), row * length);
  }
  return { ids, labels };
}

function rowOf(mixture: Mixture, tokenizer: Tokenizer, length: number, random: Prng): Int32Array {
  const kind = random.uniform();
  if (kind < mixture.sagaShare) {
    const start = random.below(Math.max(1, mixture.saga.length - length));
    return mixture.saga.slice(start, start + length);
  }
  const isFact = kind < mixture.sagaShare + mixture.factShare;
  const tokens: number[] = [];
  while (tokens.length < length) {
    const text = isFact ? pick(random, mixture.facts) : mixture.everyday(random);
    tokens.push(BOS_ID, ...tokenizer.encode(text));
  }
  return Int32Array.from(tokens.slice(0, length));
}
