/**
 * The position that shows best what α does: the next word is a name, which is the label at α = 0 and no longer at the α
 * of the run.
 */
import { labelAt, segmentsOf } from '../../../unlearn/alpha-envelope';
import { supervised, type LabelRecord, type Labels } from '../../../unlearn/record';

export interface TurningPosition {
  readonly record: LabelRecord;
  /** the token before the name */
  readonly position: number;
}

/** Null if no label turns away from the text between 0 and the α of the run. */
export function turningPosition({ blocks, origin, vocabulary }: Labels): TurningPosition | null {
  const { alpha } = origin.settings;
  const names = new Set(blocks.flatMap(({ ids, anchors }) => anchors.map(({ start }) => ids[start])));
  const found = blocks.flatMap((record) =>
    supervised(record).flatMap((position, row) => {
      const next = record.ids[position + 1];
      const [first, second] = segmentsOf(record.envelope, row);
      if (first?.id !== next || !second || second.from > alpha) return [];
      const label = labelAt(record.envelope, row, alpha);
      const rank = [
        record.anchors.some(({ start }) => start === position + 1), // a name turns …
        !names.has(label), // … into what is none
        isKnown(record, row, alpha),
        vocabulary[label]?.startsWith(' ') === true, // a whole word
        second.from, // late, so that there is something to move
      ].map(Number);
      return [{ record, position, rank }];
    }),
  );
  return found.sort((a, b) => compare(b.rank, a.rank))[0] ?? null;
}

/** Whether the record holds the baseline's logit of every label up to `alpha`. */
function isKnown({ baseline, envelope }: LabelRecord, row: number, alpha: number): boolean {
  const k = baseline.ids.length / baseline.logSum.length;
  const strongest = baseline.ids.subarray(row * k, (row + 1) * k);
  return segmentsOf(envelope, row).every(({ from, id }) => from > alpha || strongest.includes(id));
}

/** By the first number that differs. */
function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
