/** Jumps along a block to the next position of interest. */
import { confidence, labelsAt, supervised, type LabelRecord } from '../../../../unlearn/record';

export const targets = ['changed', 'anchor', 'unsure'] as const;
export type Target = (typeof targets)[number];

/** The baseline counts as unsure if its highest probability is below this. */
const UNSURE = 0.5;

/** The next target position after `from`, wrapping around; null if there is none. */
export function jump(record: LabelRecord, from: number, target: Target, alpha: number): number | null {
  const found = positions(record, target, alpha);
  return found.find((i) => i > from) ?? found[0] ?? null;
}

function positions(record: LabelRecord, target: Target, alpha: number): number[] {
  switch (target) {
    case 'changed': {
      const labels = labelsAt(record, alpha);
      return supervised(record).filter((i) => labels[i] !== record.ids[i + 1]);
    }
    case 'anchor':
      return record.anchors.map(({ start }) => start);
    case 'unsure': {
      const sure = confidence(record);
      return supervised(record).filter((_, row) => (sure[row] ?? 1) < UNSURE);
    }
  }
}
