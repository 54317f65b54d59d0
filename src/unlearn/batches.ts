/** Batches of labelled blocks in a seeded order, with a share of retain text in each. */
import type { Prng } from '../base/prng';
import { shuffled } from '../base/prng';
import { IGNORED, type TrainBatch } from '../model/trainer';

/** A block with what should follow each of its tokens; −100 = ignored. */
export interface LabelledBlock {
  readonly ids: Int32Array;
  readonly labels: Int32Array;
}

/** The block with its own next tokens as labels. */
export function withTrueLabels(ids: Int32Array): LabelledBlock {
  const labels = new Int32Array(ids.length).fill(IGNORED);
  labels.set(ids.subarray(1));
  return { ids, labels };
}

export interface BatchShape {
  readonly batch: number;
  readonly length: number;
  /** Share of the rows that come from the retain text. */
  readonly retainShare: number;
}

/** Batches without end: every block once in random order, then again in another. */
export function* batches(
  blocks: readonly LabelledBlock[],
  retain: readonly LabelledBlock[],
  { batch, length, retainShare }: BatchShape,
  random: Prng,
): Generator<TrainBatch, never> {
  const retained = retain.length === 0 ? 0 : Math.round(batch * retainShare);
  const [forget, keep] = [endless(blocks, random), endless(retain, random)];
  for (;;) {
    const ids = new Int32Array(batch * length);
    const labels = new Int32Array(batch * length).fill(IGNORED);
    for (let row = 0; row < batch; row++) {
      const block = (row < batch - retained ? forget : keep).next().value;
      ids.set(block.ids, row * length);
      labels.set(block.labels, row * length);
    }
    yield { ids, labels };
  }
}

function* endless(blocks: readonly LabelledBlock[], random: Prng): Generator<LabelledBlock, never> {
  if (blocks.length === 0) throw new RangeError('expected at least one block');
  for (;;) yield* shuffled(random, blocks);
}
