import { expect, test } from 'vitest';
import { TermIndex } from './term-index';
import { termPlaces, type TermPlace } from './term-places';

const terms = ['Bea', 'Be', 'Bea Lorn', 'Lorn', "Lorn's inn", 'Moss-bury', 'Mossbury', '马力', 'BEA', 'Zoë'];
const texts = [
  'Beatrice met Bea Lorn, Abe, Be and Bea  Lorn at Lorn’s\ninn.',
  'Be\u00ada of Moss-\nbury; Lorn\u00adday, XBea\u200b\u00adX',
  '他叫马力，马力很好。Bea马力',
  'Zoë-Bea, 7Bea 7 Bea7; Ｂｅａ Lorn',
];

/** Whether a block with this range of the text shows the place as a whole word. */
const isShown = ({ start, end, before, after }: TermPlace, from: number, to: number): boolean =>
  start >= from &&
  end <= to &&
  (before === null || start - before <= from) &&
  (after === null || end + after >= to);

test.each(texts)('in every part of %j, the whole words of the part', (text) => {
  const places = termPlaces(text, terms);
  const index = new TermIndex(terms.map((term, i) => [term, i]));
  for (let from = 0; from < text.length; from++)
    for (let to = from + 1; to <= text.length; to++) {
      const shown = places.flatMap((all, term) =>
        all
          .filter((place) => isShown(place, from, to))
          .map(({ start, end }) => `${start} ${end} ${terms[term] ?? ''}`),
      );
      const found = [...index.all(text.slice(from, to))].map(
        ({ start, end, value }) => `${start + from} ${end + from} ${terms[value] ?? ''}`,
      );
      expect(shown.sort(), text.slice(from, to)).toEqual(found.sort());
    }
});

test('in code points, with how many invisible characters divide a place from its word', () => {
  const [bea, , other] = termPlaces('😀 Bea, a\u00adBeat; Moss-\nbury', ['Bea', 'BEA', 'Mossbury']);
  expect(bea).toEqual([
    { start: 2, end: 5, before: null, after: null },
    { start: 9, end: 12, before: 1, after: 0 },
  ]);
  expect(other).toEqual([{ start: 15, end: 25, before: null, after: null }]);
});

test('of terms that read alike, the first has the places', () => {
  const [first, second] = termPlaces('Zoe\u0308', ['Zoë', 'Zoe\u0308']);
  expect(first).toEqual([{ start: 0, end: 4, before: null, after: null }]);
  expect(second).toEqual([]);
});
