/**
 * The generic labels as a data set for training with other tools: JSON lines for `datasets.load_dataset("json")`, one
 * row per block. `labels` follow Hugging Face's convention for causal models, which shift labels inside the loss, so the
 * row is [−100] + y[:−1], where y[i] is what should follow token i. −100 is ignored. Blocks are not padded; that is left
 * to a data collator.
 */
import { IGNORED } from '../model/train-batch';
import { labelsAt, type LabelRecord, type Labels } from './record';
import { effectiveAlpha } from '../methods/settings';

/** One line of the data set, with its field names. */
export interface LabelRow {
  readonly input_ids: readonly number[];
  readonly attention_mask: readonly number[];
  /** at the run's α */
  readonly labels: readonly number[];
  /** at half of it */
  readonly 'labels_0.5': readonly number[];
  /** at twice it */
  readonly labels_2: readonly number[];
  /** mapping[i] = j: the label after token i is the prediction after token j of the translation; −1 = no label */
  readonly mapping: readonly number[];
  readonly block_id: number;
}

/** JSON lines, one per block, each ended by LF. `more`: further columns of a block @default none */
export function labelDatasetJsonl(
  { origin, blocks }: Labels,
  more: (block: LabelRecord) => object = () => ({}),
): string {
  const alpha = effectiveAlpha(origin.settings);
  return blocks
    .map((block, id) => `${JSON.stringify({ ...labelRow(block, id, alpha), ...more(block) })}\n`)
    .join('');
}

function labelRow(block: LabelRecord, id: number, alpha: number): LabelRow {
  return {
    input_ids: [...block.ids],
    attention_mask: [...block.ids].map(() => 1),
    labels: shifted(block.labels),
    'labels_0.5': shifted(labelsAt(block, alpha * 0.5)),
    labels_2: shifted(labelsAt(block, alpha * 2)),
    mapping: [...block.mapping],
    block_id: id,
  };
}

/** [−100] + y[:−1]. The last token of a block has no label, so nothing is lost. */
function shifted(labels: Int32Array): number[] {
  return [IGNORED, ...labels.subarray(0, -1)];
}
