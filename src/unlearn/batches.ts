/** Batches of labelled blocks in a seeded order, with a share of retain text in each. */
import type { Prng } from '../base/prng';
import { shuffled } from '../base/prng';
import { IGNORED, type TrainBatch } from '../model/trainer';

/** A block of T tokens with what should follow each; −100 = ignored. */
export interface LabelledBlock {
  readonly ids: Int32Array;
  /** [T, K]; K = 1 is one next token */
  readonly labels: Int32Array;
  /** [T, K]: how a position is shared out over its labels; absent, its first label has all of it */
  readonly shares?: Float32Array;
}

/** K, how many labels a position has. */
export function targetsOf({ ids, labels }: LabelledBlock): number {
  return labels.length / ids.length;
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
  /** K of the batch; blocks with fewer leave the others ignored @default 1 */
  readonly targets?: number;
  /** Share of the rows that come from the retain text. */
  readonly retainShare: number;
}

/** Batches without end: every block once in random order, then again in another. */
export function* batches(
  blocks: readonly LabelledBlock[],
  retain: readonly LabelledBlock[],
  { batch, length, targets = 1, retainShare }: BatchShape,
  random: Prng,
): Generator<TrainBatch, never> {
  const retained = retain.length === 0 ? 0 : Math.round(batch * retainShare);
  const [forget, keep] = [endless(blocks, random), endless(retain, random)];
  for (;;) {
    const ids = new Int32Array(batch * length);
    const labels = new Int32Array(batch * length * targets).fill(IGNORED);
    const shares = new Float32Array(batch * length * targets).fill(1);
    for (let row = 0; row < batch; row++) {
      const block = (row < batch - retained ? forget : keep).next().value;
      const own = targetsOf(block);
      ids.set(block.ids, row * length);
      for (let i = 0; i < block.ids.length; i++) {
        const at = (row * length + i) * targets;
        labels.set(block.labels.subarray(i * own, (i + 1) * own), at);
        if (block.shares) shares.set(block.shares.subarray(i * own, (i + 1) * own), at);
      }
    }
    yield { ids, labels, shares };
  }
}

function* endless(blocks: readonly LabelledBlock[], random: Prng): Generator<LabelledBlock, never> {
  if (blocks.length === 0) throw new RangeError('expected at least one block');
  for (;;) yield* shuffled(random, blocks);
}
