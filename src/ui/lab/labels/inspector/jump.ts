/** Jumps along a block to the next position of interest. */
import { confidence, labelsAt, supervised, type LabelRecord } from '../../../../unlearn/record';

export const targets = ['name', 'changed', 'unsure'] as const;
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
    case 'name':
      return beforeNames(record);
    case 'changed': {
      const labels = labelsAt(record, alpha);
      return supervised(record).filter((i) => labels[i] !== record.ids[i + 1]);
    }
    case 'unsure': {
      const sure = confidence(record);
      return supervised(record).filter((_, row) => (sure[row] ?? 1) < UNSURE);
    }
  }
}

/** The question is what is said instead of a name, so these are the positions before names, where there is a label. */
function beforeNames({ anchors, mapping }: LabelRecord): number[] {
  return anchors.map(({ start }) => start - 1).filter((i) => (mapping[i] ?? -1) >= 0);
}
