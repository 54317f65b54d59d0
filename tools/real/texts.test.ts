/** The default texts fit each other, and a user’s files take their places. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadDataset } from '../../src/lab/dataset';
import { TEXTS, textSource } from './texts';

test('every term of the dictionary is in the text, and in no other', async () => {
  const { forget, retain, heldOut, dictionary } = await loadDataset(textSource({}), TEXTS);
  const whole = forget.passages.join('\n');
  expect(dictionary.length).toBe(25);
  for (const { term } of dictionary) {
    expect(whole).toContain(term);
    expect([...retain.passages, ...heldOut.passages].join('\n')).not.toContain(term);
  }
});

test('a user’s files are read in place of the default ones', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const files = {
    text: file('text.txt', 'Bea met Cab at dawn. Bea said hello to Cab.'),
    dictionary: file('dictionary.csv', 'term,translation\nBea,Ada\nCab,Dan\n'),
    neutral: file('neutral.txt', 'The sea rises and falls.'),
  };
  const own = await loadDataset(textSource(files), TEXTS);
  const standard = await loadDataset(textSource({}), TEXTS);
  expect(own.forget.passages).toEqual(['Bea met Cab at dawn. Bea said hello to Cab.']);
  expect(own.dictionary.map(({ term }) => term)).toEqual(['Bea', 'Cab']);
  expect(own.heldOut.passages).toEqual(['The sea rises and falls.']);
  expect(own.retain).toEqual(standard.retain);
});
