/** What a labelled block is trained on beside its labels: weights of positions, and tokens that must not follow. */
import type { RunSettings } from '../methods/settings';
import { IGNORED } from '../model/train-batch';
import { positionsBefore } from '../text/span';
import { targetsOf, type LabelledBlock } from './batches';
import { supervised, type LabelRecord } from './record';
import { softLabels } from './soft-labels';

/** A record as it is trained on. */
export function trainingBlock(
  record: LabelRecord,
  { softLabels: areSoft, whp: { unchangedWeight } }: Pick<RunSettings, 'softLabels' | 'whp'>,
): LabelledBlock {
  return {
    ...withUnchangedWeight(areSoft ? softLabels(record) : record, record, unchangedWeight),
    negatives: negativesOf(record),
  };
}

/** The tokens of anchor terms and repeated sentences of the text itself as negative candidates. */
export function negativesOf({ ids, anchors, sentences }: LabelRecord): Int32Array {
  const negatives = new Int32Array(ids.length).fill(IGNORED);
  for (const i of positionsBefore([...anchors, ...sentences])) negatives[i] = ids[i + 1] ?? IGNORED;
  return negatives;
}

/** The block with `weight` at the positions whose label is what the reinforced model says anyway. */
export function withUnchangedWeight(
  block: LabelledBlock,
  record: LabelRecord,
  weight: number,
): LabelledBlock {
  if (weight === 1) return block;
  const K = targetsOf(block);
  const shares = block.shares?.slice() ?? new Float32Array(block.labels.length).fill(1);
  const { ids, logSum } = record.reinforced;
  const k = ids.length / logSum.length;
  supervised(record).forEach((i, row) => {
    if (record.labels[i] !== ids[row * k]) return;
    for (let label = i * K; label < (i + 1) * K; label++) shares[label] = (shares[label] ?? 0) * weight;
  });
  return { ...block, shares };
}
