/** The measures that the token strip can show, one at a time; titles in `inspector.measure.*`. */
import { confidence, labelsAt, supervised, type LabelRecord } from '../../../../unlearn/record';

/** [T]: 0–1 per position; null where it is undefined. */
export type Measure = (record: LabelRecord, alpha: number) => (number | null)[];

export const measureNames = ['equation1', 'changed', 'unsure'] as const;
export type MeasureName = (typeof measureNames)[number];

export const measures: Readonly<Record<MeasureName, Measure>> = {
  changed(record, alpha) {
    const labels = labelsAt(record, alpha);
    return onSupervised(record, (i) => Number(labels[i] !== record.ids[i + 1]));
  },
  unsure(record) {
    const sure = confidence(record);
    return onSupervised(record, (_, row) => 1 - (sure[row] ?? 1));
  },
  equation1(record, alpha) {
    const [labels, choices] = [labelsAt(record, alpha), labelsAt(record, 0)];
    return onSupervised(record, (i) => Number(labels[i] !== choices[i]));
  },
};

function onSupervised(record: LabelRecord, value: (i: number, row: number) => number): (number | null)[] {
  const values = Array.from(record.ids, (): number | null => null);
  supervised(record).forEach((i, row) => (values[i] = value(i, row)));
  return values;
}
