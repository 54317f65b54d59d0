/** What the token strip can show of each position, one at a time. */
import { confidence, labelsAt, supervised, type LabelRecord } from '../../unlearn/record';

export interface Measure {
  readonly title: string;
  /** What dark and light mean. */
  readonly legend: string;
  /** Per position 0–1, or null where there is nothing to measure. [T] */
  readonly values: (record: LabelRecord, alpha: number) => (number | null)[];
}

export const measures = {
  changed: {
    title: 'Label differs from the text',
    legend: 'marked: the label is not the text’s own next token',
    values: (record, alpha) => {
      const labels = labelsAt(record, alpha);
      return onSupervised(record, (i) => Number(labels[i] !== record.ids[i + 1]));
    },
  },
  unsure: {
    title: 'Baseline unsure',
    legend: 'darker: the baseline on the translation is less sure of what follows',
    values: (record) => {
      const sure = confidence(record);
      return onSupervised(record, (_, row) => 1 - (sure[row] ?? 1));
    },
  },
  equation1: {
    title: 'Moved by equation 1',
    legend: 'marked: at this α the label is not the baseline’s own choice',
    values: (record, alpha) => {
      const [labels, choices] = [labelsAt(record, alpha), labelsAt(record, 0)];
      return onSupervised(record, (i) => Number(labels[i] !== choices[i]));
    },
  },
} as const satisfies Record<string, Measure>;

export type MeasureName = keyof typeof measures;
export const measureNames = ['changed', 'unsure', 'equation1'] as const satisfies readonly MeasureName[];

function onSupervised(record: LabelRecord, value: (i: number, row: number) => number): (number | null)[] {
  const values = Array.from(record.ids, (): number | null => null);
  supervised(record).forEach((i, row) => (values[i] = value(i, row)));
  return values;
}
