/** Some tokens of a block, each with the label for its place at one α. */
import { IGNORED } from '../../../model/train-batch';
import { labelsAt, type LabelRecord } from '../../../unlearn/record';

export interface LabelledToken {
  /** its index in the block */
  readonly at: number;
  readonly id: number;
  /** the label of the token before, which is trained to be followed by it; null: none */
  readonly label: number | null;
}

/** The tokens from `from` on, before `to`. The first of a block has no label, since nothing comes before it. */
export function tokenLabels(record: LabelRecord, from: number, to: number, alpha: number): LabelledToken[] {
  const labels = labelsAt(record, alpha);
  return Array.from(record.ids.subarray(Math.max(from, 0), to), (id, i) => {
    const at = Math.max(from, 0) + i;
    const label = labels[at - 1] ?? IGNORED;
    return { at, id, label: label === IGNORED ? null : label };
  });
}
