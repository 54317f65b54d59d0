/** Where the baseline, reading the translation, was unsure of the next token. */
import { candidates, confidence, supervised, type Labels } from '../../unlearn/record';

/**
 * - `probability`: the probability of the baseline’s top token is below the threshold
 * - `margin`: the gap between its top two probabilities is below the threshold
 * - `flipped`: the label of equation 1 is not the baseline’s top token; the threshold is for the probability of that
 *   token
 */
export const doubtKinds = ['probability', 'margin', 'flipped'] as const;
export type DoubtKind = (typeof doubtKinds)[number];

/** One position with a label, and the reasons to doubt it. */
export interface Doubt {
  readonly block: number;
  readonly position: number;
  /** Its row among the block’s supervised positions. */
  readonly row: number;
  readonly probability: number;
  readonly margin: number;
  readonly isFlipped: boolean;
}

/** Every supervised position, block by block. A label set by a reviewer is treated like any other. */
export function doubtsIn({ blocks }: Pick<Labels, 'blocks'>): Doubt[] {
  return blocks.flatMap((record, block) => {
    const sure = confidence(record);
    return supervised(record).map((position, row): Doubt => {
      const [first, second] = candidates(record.baseline, row);
      const probability = sure[row] ?? 0;
      return {
        block,
        position,
        row,
        probability,
        margin: probability - (second?.probability ?? 0),
        isFlipped: record.labels[position] !== first?.id,
      };
    });
  });
}

/** The positions that need review, the most doubtful first. `threshold` is from 0 to 1. */
export function doubtful(doubts: readonly Doubt[], kind: DoubtKind, threshold: number): Doubt[] {
  const measure = measureOf(kind);
  return doubts
    .filter((doubt) => (kind !== 'flipped' || doubt.isFlipped) && measure(doubt) < threshold)
    .sort((a, b) => measure(a) - measure(b));
}

/** Their number, without a list: cheap enough to update while a slider moves. */
export function countDoubtful(doubts: readonly Doubt[], kind: DoubtKind, threshold: number): number {
  const measure = measureOf(kind);
  let count = 0;
  for (const doubt of doubts) {
    if ((kind !== 'flipped' || doubt.isFlipped) && measure(doubt) < threshold) count += 1;
  }
  return count;
}

function measureOf(kind: DoubtKind): (doubt: Doubt) => number {
  return kind === 'margin' ? ({ margin }) => margin : ({ probability }) => probability;
}
