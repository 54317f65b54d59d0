/** Decorated forms of a text contain the same terms, at offsets of the original. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldTerm } from './fold';
import { placesOf } from './places';
import { TermIndex } from './term-index';

const terms = [
  'Bea',
  'Bea Lorn',
  "Bea's Bell",
  'Zoë',
  'Zoë O’Hara',
  'Jean-Luc',
  '马力',
  'が',
  '한글',
  '“Tom”',
  'a',
];
const index = new TermIndex(terms.map((term) => [term, term] as const));
const found = (text: string): string[] => index.find(text).map(({ value }) => value);

/** Each keeps the text as it reads. */
const decorations: readonly ((text: string) => string)[] = [
  (text) => text.replaceAll(' ', '\u00A0'),
  (text) => text.replaceAll(' ', ' \n    '),
  (text) => text.replaceAll("'", '’'),
  (text) => text.replaceAll('’', 'ʼ'),
  (text) => text.replaceAll('-', '\u2011'),
  (text) => text.replaceAll(/["“”]/gu, '"'),
  (text) => text.replaceAll(/(?<=\p{L})(?=\p{L})/gu, '\u00AD'),
  (text) => text.replaceAll(/(?<=\p{L})(?=\p{L})/gu, '\u200B'),
  (text) => text.normalize('NFC'),
  (text) => text.normalize('NFD'),
];
const texts = fc
  .array(fc.constantFrom(...terms, ' ', ' ', ', ', 'Beam', '.', 'met', '\n\n', '😀', 'é'), { maxLength: 30 })
  .map((parts) => parts.join(''));

test('decorated texts contain the same terms', () => {
  fc.assert(
    fc.property(texts, fc.subarray(decorations.map((_, i) => i)), (text, chosen) => {
      const decorated = chosen.reduce((now, i) => decorations[i]?.(now) ?? now, text);
      expect(found(decorated)).toEqual(found(text));
    }),
    { numRuns: 1000 },
  );
});

test('offsets are those of the original, in order and without overlaps', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(...decorations), (text, decorate) => {
      const decorated = decorate(text);
      let end = 0;
      for (const one of index.find(decorated)) {
        expect(one.start).toBeGreaterThanOrEqual(end);
        expect(foldTerm(decorated.slice(one.start, one.end))).toBe(foldTerm(one.value));
        end = one.end;
      }
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['Mossbury', 'from Moss-\n  bury, Moss-\r\nbury and Moss\u00ADbury', ['Moss-\n  bury', 'Moss-\r\nbury', 'Moss\u00ADbury']], // prettier-ignore
  ['Moss-bury', 'from Moss-\nbury', ['Moss-\nbury']],
  ['Mossbury', 'Moss- bury, Moss-\nBury, Moss-\n\nbury, Moss-bury', []],
  ['バーバラ', 'ﾊﾞｰﾊﾞﾗは', ['ﾊﾞｰﾊﾞﾗ']],
  ['محمد', 'ﻣﺤﻤﺪ ﻻ', ['ﻣﺤﻤﺪ']],
  ['IJsbrand', 'Ĳsbrand', ['Ĳsbrand']],
])('%s in “%s”', (term, text, expected) => {
  const one = new TermIndex([[term, term]]);
  expect(one.find(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  expect(placesOf(text, term).filter(({ isWhole }) => isWhole).map(({ start, end }) => text.slice(start, end))).toEqual(expected); // prettier-ignore
});

test('all occurrences overlap, the longest first', () => {
  expect([...index.all("Bea Lorn, Bea's Bell")].map(({ value }) => value)).toEqual(['Bea Lorn', 'Bea', "Bea's Bell", 'Bea']); // prettier-ignore
});

test('an index of sentences also has capitals that terms lack', () => {
  const lower = new TermIndex([['wick', 1]], { sentenceCase: true });
  expect([lower.find('Wick and wick, WICK')].flat().map(({ start }) => start)).toEqual([0, 9]);
  expect(index.find('A')).toEqual([]);
});

test('a blank term never matches', () => {
  expect(new TermIndex([['', 1], [' ', 2], ['\u00AD', 3]]).find(' a \u00AD ')).toEqual([]); // prettier-ignore
});
