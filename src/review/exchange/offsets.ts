/**
 * Offsets into a text. JavaScript counts UTF-16 units, Python and most other languages code points; they differ
 * after an emoji or a rare Chinese character.
 */
import type { TextRange } from '../tasks/anchors';

export type OffsetUnit = 'utf-16' | 'code-points';

/** The range in code points. */
export function toCodePoints(text: string, { start, end }: TextRange): TextRange {
  const before = countPoints(text.slice(0, start));
  return { start: before, end: before + countPoints(text.slice(start, end)) };
}

/** The range in UTF-16 units; past the end of the text if the code points are. */
export function fromCodePoints(text: string, { start, end }: TextRange): TextRange {
  const points = Array.from(text);
  const units = (count: number): number => points.slice(0, count).join('').length;
  const isInside = end <= points.length;
  return { start: units(start), end: isInside ? units(end) : text.length + 1 };
}

/**
 * The range, in UTF-16 units, of offsets in an unknown unit. `expected` is the text at the range: both units are tried,
 * UTF-16 first. Without it, offsets are used only if both units give the same range.
 */
export function readRange(
  text: string,
  offsets: TextRange,
  expected: string | null,
): TextRange | 'offsets' | 'ambiguous-offsets' {
  if (!isRange(text, offsets)) return 'offsets';
  const converted = fromCodePoints(text, offsets);
  const candidates = [offsets, converted].filter((range) => isRange(text, range));
  if (expected !== null) {
    return candidates.find(({ start, end }) => text.slice(start, end) === expected) ?? 'offsets';
  }
  return converted.start === offsets.start && converted.end === offsets.end ? offsets : 'ambiguous-offsets';
}

function isRange(text: string, { start, end }: TextRange): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length;
}

function countPoints(text: string): number {
  return Array.from(text).length;
}
