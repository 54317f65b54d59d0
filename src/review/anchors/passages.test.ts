import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { anchorItems } from './items';
import { certaintyFrom } from './certainty';
import { isLoneTerm, loneTerms } from './lone-terms';
import { countPlaces } from './places';
import { cutPassages } from './passages';
import { previewOf } from './preview';
import { wordsOf } from './words';

test('long texts become passages of whole sentences, with stable ids', () => {
  const sentence = 'Maelis lit the lamp and went down. ';
  const passages = cutPassages([`${sentence.repeat(8)}\n\n${sentence.repeat(30)}`, 'Short.'], { most: 300 });
  expect(passages.at(-1)).toEqual({ text: 'Short.', blockId: '2.1' });
  expect(passages[0]?.text).toBe(sentence.repeat(8).trim());
  for (const { text } of passages) expect(text.length).toBeLessThanOrEqual(300);
  expect(
    passages
      .map(({ text }) => text)
      .join(' ')
      .match(/Maelis/g),
  ).toHaveLength(38);
});

test('Chinese texts are split too', () => {
  const passages = cutPassages(['马力点亮了灯。'.repeat(40)], { most: 100, locale: 'zh' });
  expect(passages.length).toBeGreaterThan(2);
  expect(passages.every(({ text }) => text.endsWith('。'))).toBe(true);
});

test('nothing of the shipped text is lost', () => {
  const url = new URL('../../../public/worlds/marrowmere/forget.json', import.meta.url);
  const { passages: texts } = JSON.parse(readFileSync(url, 'utf8')) as { passages: string[] };
  const words = (all: readonly string[]): number => all.join('\n').split(/\s+/).length;
  const passages = cutPassages(texts);
  expect(words(passages.map(({ text }) => text))).toBe(words(texts));
  expect(passages.length).toBeGreaterThan(300);
});

const draft = {
  by: 'draft',
  entries: [
    { term: 'Maelis', kind: 'person', translations: ['Anna', 'Lucy'] },
    { term: 'Maelis Quill', kind: 'person', translations: ['Anna Brown'] },
    { term: 'captain', kind: 'other', translations: ['sailor'] },
  ],
} as const;

test('terms that no passage shows are items too', () => {
  const items = anchorItems([{ text: 'Maelis Quill slept.', blockId: '1.1' }], draft);
  const alone = loneTerms(items, draft);
  expect(alone.map(({ data }) => data.text)).toEqual(['Maelis', 'captain']);
  expect(alone.every(isLoneTerm)).toBe(true);
  expect(countPlaces([...items, ...alone], 'captain')).toBe(0);
  expect(countPlaces([...items, ...alone], 'Maelis')).toBe(1);
  expect(alone[0]?.suggestion?.answer.spans[0]).toMatchObject({ start: 0, end: 6, status: 'drafted' });
});

test('a term that also occurs in ordinary text is less certain', async () => {
  const certainty = await certaintyFrom(
    ['Maelis', 'captain', 'Nobody', 'Candle'],
    ['The captain saw Maelis. Nobody saw the captain. Maelis slept.'],
    ['The captain ate. Nobody slept; nobody, nobody sang to a captain.'],
  );
  expect(certainty('Maelis')).toBeGreaterThan(0.6);
  expect(certainty('captain')).toBeLessThan(0.6);
  expect(certainty('Nobody')).toBeLessThan(certainty('captain'));
  expect(certainty('Candle')).toBe(0.5);
});

test('the preview replaces open and kept spans with translations', () => {
  const text = 'The captain called Maelis Quill, Nib and Bo.';
  const span = (part: string, status: 'drafted' | 'rejected' | 'added', ...translations: string[]) => ({
    ...{ start: text.indexOf(part), end: text.indexOf(part) + part.length },
    ...{ kind: 'other' as const, status, translations },
  });
  const parts = previewOf(text, [
    span('captain', 'rejected', 'sailor'),
    span('Maelis Quill', 'drafted', 'Anna Brown', 'Lucy'),
    span('Nib', 'added'),
  ]);
  expect(parts.map((part) => part.text).join('')).toBe('The captain called Anna Brown, Nib and Bo.');
  expect(parts.filter((part) => part.span !== null)).toHaveLength(2);
});

test('a cursor moves word by word, in Chinese too', () => {
  const words = (text: string): string[] => wordsOf(text).map(({ start, end }) => text.slice(start, end));
  expect(words('Orrin’s bell — rang!')).toEqual(['Orrin', 'bell', 'rang']);
  expect(words('他住在湖边的灯塔里')).toContain('灯塔');
});
