/**
 * Offsets into a text. JavaScript counts UTF-16 units, Python and most other languages code points; they differ
 * after an emoji or a rare Chinese character.
 */
import { codePointsBefore } from '../../base/code-points';
import type { TextRange } from '../tasks/anchors';
import { positionsIn } from './line-breaks';

export type OffsetUnit = 'utf-16' | 'code-points';

/** A range as another tool wrote it, with its text if the tool says it. */
export interface ForeignRange extends TextRange {
  readonly text: string | null;
}

/** The range that does not fit, and why. */
interface Misfit<S> {
  readonly reason: 'offsets' | 'ambiguous-offsets';
  readonly span: S;
}

/** The range in code points. */
export function toCodePoints(text: string, { start, end }: TextRange): TextRange {
  const before = codePointsBefore(text);
  return { start: before(start), end: before(end) };
}

/** The text of an item here, and as a file has it: with the same or other line breaks. */
interface Texts {
  readonly ours: string;
  readonly inFile: string;
}

/**
 * The ranges in our text, in UTF-16 units, of offsets into the file’s. A tool may have changed the line breaks of a file
 * after the offsets were counted: if they do not fit its text, those of ours are used if each range holds its own text.
 * `units`: see `readRanges`.
 */
export function rangesIn<S extends ForeignRange>(
  { ours, inFile }: Texts,
  spans: readonly S[],
  units?: readonly OffsetUnit[],
): readonly TextRange[] | Misfit<S> {
  const read = readRanges(inFile, spans, units);
  if (ours === inFile) return read;
  if ('reason' in read) {
    const again = spans.every(({ text }) => text !== null) ? readRanges(ours, spans, units) : read;
    return 'reason' in again ? read : again;
  }
  const places = positionsIn(ours, inFile);
  const moved = read.map(({ start, end }) => [places[start], places[end]] as const);
  const ranges = moved.flatMap(([start, end]) =>
    start === undefined || end === undefined ? [] : [{ start, end }],
  );
  const lost = spans.find((_, i) => moved[i]?.includes(undefined));
  return lost ? { reason: 'offsets', span: lost } : ranges;
}

/**
 * The ranges, in UTF-16 units, of offsets in one of `units`: the first in which every range lies inside the text and
 * holds its own text. Ranges without a text are used only if no other unit would give another result.
 */
export function readRanges<S extends ForeignRange>(
  text: string,
  spans: readonly S[],
  units: readonly OffsetUnit[] = ['utf-16', 'code-points'],
): readonly TextRange[] | Misfit<S> {
  const pointStarts = startsOfPoints(text);
  const read = (span: S, unit: OffsetUnit): TextRange | null => {
    const start = unit === 'utf-16' ? span.start : pointStarts[span.start];
    const end = unit === 'utf-16' ? span.end : pointStarts[span.end];
    if (start === undefined || end === undefined || !isRange(text, { start, end })) return null;
    return span.text === null || isSameText(text.slice(start, end), span.text) ? { start, end } : null;
  };
  const readings = units.map((unit) => spans.map((span) => read(span, unit)));
  const [first, second] = readings.filter((ranges) => ranges.every((range) => range !== null));
  if (!first) {
    const bad = spans.find((_, i) => readings.every((ranges) => ranges[i] === null)) ?? spans.at(-1);
    return bad ? { reason: 'offsets', span: bad } : [];
  }
  const isSame = (i: number): boolean =>
    first[i]?.start === second?.[i]?.start && first[i]?.end === second?.[i]?.end;
  const doubtful = second && spans.find(({ text: own }, i) => own === null && !isSame(i));
  return doubtful ? { reason: 'ambiguous-offsets', span: doubtful } : first;
}

/** Whether two texts are the same but for white space, which tools collapse, and line breaks that they write as `\\n`. */
function isSameText(ours: string, theirs: string): boolean {
  return ours === theirs || collapsed(ours) === collapsed(theirs);
}

function collapsed(text: string): string {
  return text.replace(/(\\n|\s)+/g, ' ');
}

/** Whether there is such a range, in UTF-16 units. It neither begins nor ends within a character. */
export function isRange(text: string, { start, end }: TextRange): boolean {
  const isInside = [start, end].every(Number.isInteger) && 0 <= start && start < end && end <= text.length;
  return isInside && !isWithinPoint(text, start) && !isWithinPoint(text, end);
}

/** Whether an offset lies between the two units of one code point. */
function isWithinPoint(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

/** Where each code point starts, and the end of the text. */
function startsOfPoints(text: string): number[] {
  const starts = [0];
  for (const point of text) starts.push((starts.at(-1) ?? 0) + point.length);
  return starts;
}
