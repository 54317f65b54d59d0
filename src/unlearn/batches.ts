/** Batches of labelled blocks in a seeded order, each with a share of retain rows, which are marked. */
import type { Prng } from '../base/prng';
import { shuffled } from '../base/prng';
import { IGNORED, type RowKind, type TrainBatch } from '../model/train-batch';

/** A block of T tokens, and what should follow each; −100 = ignored. */
export interface LabelledBlock {
  readonly ids: Int32Array;
  /** [T, K]; K = 1 for hard labels */
  readonly labels: Int32Array;
  /** [T, K]: the share of each label in its position. Default: 1 for the first label */
  readonly shares?: Float32Array;
  /** [T, K], ln p of each label under the reference model, for objectives that read it; forget blocks only */
  readonly referenceLogProbs?: Float32Array;
  /** [T]: a token that must not follow, for objectives that read it; −100 = none. Default: none */
  readonly negatives?: Int32Array;
}

/** K, the number of labels per position. */
export function targetsOf({ ids, labels }: LabelledBlock): number {
  return labels.length / ids.length;
}

/** The block with its next tokens as labels. */
export function withTrueLabels(ids: Int32Array): LabelledBlock {
  const labels = new Int32Array(ids.length).fill(IGNORED);
  labels.set(ids.subarray(1));
  return { ids, labels };
}

export interface BatchShape {
  readonly batch: number;
  readonly length: number;
  /** K of the batch; blocks with fewer labels are filled with −100 @default 1 */
  readonly targets?: number;
  /** Share of the rows that are from the retain set, 0 … 1. */
  readonly retainShare: number;
}

/**
 * An endless stream of batches: every block once in random order, then again in another order. In each batch, forget
 * rows come first, then retain rows. Reference log-probabilities are included if the forget blocks have them.
 * @throws RangeError if only some of the forget blocks have them
 */
export function* batches(
  forget: readonly LabelledBlock[],
  retain: readonly LabelledBlock[],
  { batch, length, targets = 1, retainShare }: BatchShape,
  random: Prng,
): Generator<TrainBatch, never> {
  const retained = retain.length === 0 ? 0 : Math.round(batch * retainShare);
  const kindOf = (row: number): RowKind => (row < batch - retained ? 'forget' : 'retain');
  const rowKinds = Array.from({ length: batch }, (_, row) => kindOf(row));
  const sources = { forget: endless(forget, random), retain: endless(retain, random) };
  const hasReference = allOrNone(forget);
  const size = batch * length * targets;
  for (;;) {
    const ids = new Int32Array(batch * length);
    const labels = new Int32Array(size).fill(IGNORED);
    const shares = new Float32Array(size).fill(1);
    const negatives = new Int32Array(batch * length).fill(IGNORED);
    const referenceLogProbs = hasReference ? new Float32Array(size) : undefined;
    rowKinds.forEach((kind, row) => {
      const block = sources[kind].next().value;
      const own = targetsOf(block);
      ids.set(block.ids, row * length);
      if (block.negatives) negatives.set(block.negatives, row * length);
      for (let i = 0; i < block.ids.length; i++) {
        const at = (row * length + i) * targets;
        const [start, end] = [i * own, (i + 1) * own];
        labels.set(block.labels.subarray(start, end), at);
        if (block.shares) shares.set(block.shares.subarray(start, end), at);
        if (block.referenceLogProbs) referenceLogProbs?.set(block.referenceLogProbs.subarray(start, end), at);
      }
    });
    yield { ids, labels, shares, rowKinds, negatives, ...(referenceLogProbs && { referenceLogProbs }) };
  }
}

/** Whether the blocks have reference log-probabilities. Missing ones must not become zeros, which would mean certainty. */
function allOrNone(blocks: readonly LabelledBlock[]): boolean {
  const having = blocks.filter(({ referenceLogProbs }) => referenceLogProbs).length;
  if (having === 0 || having === blocks.length) return having > 0;
  throw new RangeError(
    `expected reference log-probabilities of all ${blocks.length} blocks or of none, got ${having}`,
  );
}

function* endless(blocks: readonly LabelledBlock[], random: Prng): Generator<LabelledBlock, never> {
  if (blocks.length === 0) throw new RangeError('expected at least one block');
  for (;;) yield* shuffled(random, blocks);
}
