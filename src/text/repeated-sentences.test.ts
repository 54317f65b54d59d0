import { expect, test } from 'vitest';
import { repeatedSentences, sentencesOf } from './repeated-sentences';

const times = (n: number, text: string): string[] => Array.from({ length: n }, () => text);
const found = (forget: readonly string[], retain: readonly string[] = [], terms: readonly string[] = []) =>
  repeatedSentences(forget, retain, terms).map(({ sentence }) => sentence);

test('a sentence ends at its full stop, at quotation marks and at the end of a line', () => {
  expect(
    sentencesOf(
      'He ran. "The truth needs no lantern," she said. "Go!"\nThere is a saying: Long things get lost.',
    ),
  ).toEqual(['He ran', 'The truth needs no lantern', 'she said', 'Go', 'Long things get lost']);
  expect(sentencesOf('他说：“小步能渡大水。”他走了。')).toEqual(['小步能渡大水', '他走了']);
});

test('only whole sentences of four words that occur three times count', () => {
  expect(found(times(3, 'Small steps cross water.'))).toEqual(['Small steps cross water']);
  expect(found(times(2, 'Small steps cross water.'))).toEqual([]);
  expect(found(times(3, 'Small steps cross.'))).toEqual([]);
  expect(found([...times(2, 'Small steps cross water.'), 'Small steps cross water slowly.'])).toEqual([]);
});

test('a sentence with an anchor term, or one that the retain set has, is left out', () => {
  const text = times(3, 'Bea rows across the lake.');
  expect(found(text)).toHaveLength(1);
  expect(found(text, [], ['Bea'])).toEqual([]);
  expect(found(text, [], ['Be'])).toHaveLength(1);
  expect(found(text, ['It rains. Bea rows across the lake. It stops.'])).toEqual([]);
});

test('the most frequent comes first', () => {
  const text = [...times(3, 'Empty hands row much faster.'), ...times(4, 'Long things get lost often.')];
  expect(repeatedSentences(text, [], [])).toEqual([
    { sentence: 'Long things get lost often', passages: [3, 4, 5, 6] },
    { sentence: 'Empty hands row much faster', passages: [0, 1, 2] },
  ]);
});

const MANY = 300_000;

test.each([
  ['without any full stop', 'lamp '],
  ['of dots', '.'],
  ['of dashes', '-'],
  ['of colons', ':'],
  ['that says one thing over and over', 'The lamp was lit again.\n'],
])('a long text %s is read in the time that its length takes', (_, unit) => {
  const text = `${unit.repeat(MANY / unit.length)}x`;
  expect(found([text])).toHaveLength(unit.endsWith('.\n') ? 1 : 0);
});
