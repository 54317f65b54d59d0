/** Offsets in UTF-16 units and in code points. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextRange } from '../tasks/anchors';
import { readRanges, toCodePoints } from './offsets';

/** The reading of one range, or why there is none. */
function readRange(text: string, range: TextRange, own: string | null): unknown {
  const read = readRanges(text, [{ ...range, text: own }]);
  return 'reason' in read ? read.reason : read[0];
}

describe('offsets', () => {
  test('every range survives conversion to code points and back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '湖', '😀', '𠮷', '\n')),
        fc.nat(),
        fc.nat(),
        (characters, from, size) => {
          const [start, end] = [from % (characters.length + 1), characters.length].sort((a, b) => a - b);
          const points = { start: start ?? 0, end: Math.min(end ?? 0, (start ?? 0) + size) };
          const text = characters.join('');
          const read = readRanges(text, [{ ...points, text: null }], ['code-points']);
          if (points.start === points.end) expect(read).toHaveProperty('reason', 'offsets');
          else expect('reason' in read ? read : toCodePoints(text, read[0] ?? points)).toEqual(points);
        },
      ),
    );
  });

  test.each([
    [{ start: 3, end: 6 }, 'Bea', { start: 3, end: 6 }],
    [{ start: 2, end: 5 }, 'Bea', { start: 3, end: 6 }],
    [{ start: 2, end: 5 }, 'Bob', 'offsets'],
    [{ start: 2, end: 5 }, null, 'ambiguous-offsets'],
    [{ start: 4, end: 99 }, 'Bea', 'offsets'],
    [{ start: 5, end: 5 }, '', 'offsets'],
    [{ start: 2.5, end: 5 }, 'Bea', 'offsets'],
    [{ start: -3, end: 5 }, 'Bea', 'offsets'],
  ])('%j holding %j', (offsets, expected, range) => {
    expect(readRange('😀 Bea ran', offsets, expected)).toEqual(range);
  });

  test('without an earlier emoji no text is needed', () => {
    expect(readRange('湖边 Bea 😀', { start: 3, end: 6 }, null)).toEqual({ start: 3, end: 6 });
  });

  test('all ranges of an answer are in one unit', () => {
    const text = '😀 Bea and Bea';
    const read = (...spans: [number, number, string | null][]) =>
      readRanges(
        text,
        spans.map(([start, end, own]) => ({ start, end, text: own })),
      );
    expect(read([2, 5, 'Bea'], [10, 13, null])).toEqual([
      { start: 3, end: 6 },
      { start: 11, end: 14 },
    ]);
    expect(read([2, 5, 'Bea'], [11, 14, 'Bea'])).toHaveProperty('reason', 'offsets');
  });
});
