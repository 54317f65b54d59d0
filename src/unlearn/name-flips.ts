/** Where equation 1 is easiest to read: before a name, whose label turns into another word as α grows. */
import { settingFields } from '../methods/settings';
import { segmentsOf } from './alpha-envelope';
import { supervised, type LabelRecord, type Labels, type Opening } from './record';

interface Candidate extends Opening {
  /** how many things make it harder to read */
  readonly flaws: number;
}

/** The opening that the labels have, or the clearest flip in their blocks; null if there is none. */
export function openingOf(labels: Labels): Opening | null {
  return labels.opening ?? clearestFlip(labels);
}

/** The record of the opening, and the position in it; null if there is none. */
export function recordOfOpening(
  labels: Labels,
): { readonly record: LabelRecord; readonly position: number } | null {
  const opening = openingOf(labels);
  const record = opening && labels.blocks[opening.block];
  return record ? { record, position: opening.position } : null;
}

/** Of several that are equally clear, the one whose α is nearest to half of that of the labels. */
export function clearestFlip(labels: Labels): Opening | null {
  const { alpha } = labels.origin.settings;
  const names = new Set(labels.blocks.flatMap(firstOfNames));
  const distance = (flip: Candidate): number => Math.abs(flip.alpha - alpha / 2);
  const [best] = labels.blocks
    .flatMap((record, block) => flipsIn(record, block, labels, names))
    .sort((a, b) => a.flaws - b.flaws || distance(a) - distance(b));
  return best ? { block: best.block, position: best.position, alpha: best.alpha } : null;
}

function firstOfNames({ ids, anchors }: LabelRecord): number[] {
  return anchors.map(({ start }) => ids[start] ?? -1);
}

/** A capitalised word with the space before it. */
const WORD = /^ \p{Lu}\p{L}+$/u;

/** Positions whose label at α = 0 is the name that follows, and later a token that begins no name. */
function flipsIn(
  record: LabelRecord,
  block: number,
  { vocabulary, origin }: Labels,
  names: ReadonlySet<number>,
): Candidate[] {
  const rows = new Map(supervised(record).map((position, row) => [position, row]));
  return record.anchors.flatMap(({ term, start }): Candidate[] => {
    const row = rows.get(start - 1);
    if (row === undefined) return [];
    const segments = segmentsOf(record.envelope, row);
    const [first, second, third] = segments.filter(({ from }) => from < settingFields.alpha.max);
    if (!first || !second || first.id !== record.ids[start] || names.has(second.id)) return [];
    const [name = '', word = ''] = [vocabulary[first.id], vocabulary[second.id]];
    const flaws = [
      !WORD.test(word),
      name.trim() !== term.split(' ')[0],
      third !== undefined,
      second.from > origin.settings.alpha,
    ];
    return [
      { block, position: start - 1, alpha: second.from, flaws: flaws.filter((isTrue) => isTrue).length },
    ];
  });
}
