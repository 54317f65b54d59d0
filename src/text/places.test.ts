import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placesOf } from './places';
import { TermIndex } from './term-index';

const terms = ['Bea', 'Bea Lorn', 'Zoë', '马力', 'Jean-Luc', '"a"', '.', 'が', 'e'];

test('whole words are where an index finds them', () => {
  const parts = fc.constantFrom(
    ...terms,
    ' ',
    '\n',
    'Beam',
    '\u00AD',
    '\u0308',
    '\u3099',
    'か',
    '’',
    '😀',
    ', ',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 20 }), fc.constantFrom(...terms), (pieces, term) => {
      const text = pieces.join('');
      const whole = placesOf(text, term).flatMap(({ isWhole, start, end }) =>
        isWhole ? [{ start, end }] : [],
      );
      expect(whole).toEqual(
        new TermIndex([[term, term]]).find(text).map(({ start, end }) => ({ start, end })),
      );
    }),
    { numRuns: 1000 },
  );
});

test('parts of words are places, too', () => {
  expect(placesOf('Beam, Bea', 'Bea')).toEqual([
    { start: 0, end: 3, isWhole: false },
    { start: 6, end: 9, isWhole: true },
  ]);
  expect(placesOf('a b', ' ')).toEqual([]);
});
