/** Training rows generated on the fly: the same seed and step always give the same tokens. */
import { append } from '../../src/base/append';
import { prng } from '../../src/base/prng';
import type { Tokenizer } from '../../src/files/tokenizer';
import { IGNORED, type TrainBatch } from '../../src/model/train-batch';
import { drawText, type Reading } from '../world/corpus';
import { BOS_ID } from './tokenizer-files';

export interface RowsShape {
  readonly seed: number;
  readonly step: number;
  readonly batch: number;
  readonly length: number;
}

/** Batch `step` of a training: texts one after another, each starting with the BOS token. */
export function trainingBatch(
  reading: Reading,
  tokenizer: Tokenizer,
  { seed, step, batch, length }: RowsShape,
): TrainBatch {
  const random = prng(Math.imul(seed, 1_000_003) + step);
  const ids = new Int32Array(batch * length);
  const labels = new Int32Array(batch * length).fill(IGNORED);
  for (let row = 0; row < batch; row++) {
    const tokens: number[] = [];
    while (tokens.length <= length) append(tokens, [BOS_ID, ...tokenizer.encode(drawText(reading, random))]);
    ids.set(tokens.slice(0, length), row * length);
    labels.set(tokens.slice(1, length + 1), row * length);
  }
  return { ids, labels };
}
