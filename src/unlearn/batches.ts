/** Batches of labelled blocks in a seeded order: in each a share of retain rows, marked as such. */
import type { Prng } from '../base/prng';
import { shuffled } from '../base/prng';
import { IGNORED, type RowKind, type TrainBatch } from '../model/train-batch';

/** A block of T tokens with what should follow each; −100 = ignored. */
export interface LabelledBlock {
  readonly ids: Int32Array;
  /** [T, K]; K = 1 is one next token */
  readonly labels: Int32Array;
  /** [T, K]: how a position is shared out over its labels; absent, its first label has all of it */
  readonly shares?: Float32Array;
  /** [T, K], ln p of each label under the reference model, for the objectives that read it; finite where there is no label */
  readonly referenceLogProbs?: Float32Array;
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

/**
 * Batches without end: every block once in random order, then again in another. In each, rows of the forget set come
 * first, then rows of the retain set. Reference log-probabilities are carried along if the blocks have them.
 * @throws RangeError if only some of the blocks have them
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
  const hasReference = allOrNone([...forget, ...retain]);
  const size = batch * length * targets;
  for (;;) {
    const ids = new Int32Array(batch * length);
    const labels = new Int32Array(size).fill(IGNORED);
    const shares = new Float32Array(size).fill(1);
    const referenceLogProbs = hasReference ? new Float32Array(size) : undefined;
    rowKinds.forEach((kind, row) => {
      const block = sources[kind].next().value;
      const own = targetsOf(block);
      ids.set(block.ids, row * length);
      for (let i = 0; i < block.ids.length; i++) {
        const at = (row * length + i) * targets;
        const [start, end] = [i * own, (i + 1) * own];
        labels.set(block.labels.subarray(start, end), at);
        if (block.shares) shares.set(block.shares.subarray(start, end), at);
        if (block.referenceLogProbs) referenceLogProbs?.set(block.referenceLogProbs.subarray(start, end), at);
      }
    });
    yield { ids, labels, shares, rowKinds, ...(referenceLogProbs && { referenceLogProbs }) };
  }
}

/** Whether the blocks have reference log-probabilities. Zeros in place of those missing would pass for certainty. */
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
