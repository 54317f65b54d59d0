import { expect, test } from 'vitest';
import { diskSource } from '../files/disk-source';
import { settingsFor } from '../methods/settings';
import { parseJson } from '../base/json';
import { wholeFile } from '../exchange/read-exported';
import { sentencesOf } from '../text/sentences';
import { loadDataset } from './dataset';
import { exportedStarts, exportedTerms } from './exported-terms';

const passages = ['😀 Mira met Mira Quill. “Let the tide decide,” she said.', 'Quill slept.'];
const texts = async () => {
  const world = await loadDataset(diskSource('public'), 'worlds/marrowmere');
  const dictionary = [
    { term: 'Mira Quill', translations: ['Anna Brown', 'Lucy Miller'] },
    { term: 'Mira', translations: ['Anna', 'Lucy'] },
  ] as const;
  const forget = { ...world.forget, passages };
  return { ...world, forget, dictionary, sentences: ['Let the tide decide'] };
};

test('terms with translations, entities and places; sentences that are forgotten likewise', async () => {
  const file = wholeFile(exportedTerms(await texts(), settingsFor('whp')));
  const terms = parseJson(new TextDecoder().decode(file), (expected) => {
    throw new Error(expected);
  });
  expect(terms).toEqual({
    terms: [
      {
        term: 'Mira Quill',
        translations: ['Anna Brown', 'Lucy Miller'],
        entity: 'Mira Quill',
        places: [[0, 11, 21, null, null]],
      },
      {
        term: 'Mira',
        translations: ['Anna', 'Lucy'],
        entity: 'Mira Quill',
        places: [
          [0, 2, 6, null, null],
          [0, 11, 15, null, null],
        ],
      },
    ],
    sentences: [{ term: 'Let the tide decide', places: [[0, 24, 43, null, null]] }],
  });
});

test('where the sentences begin that are read first, in code points', async () => {
  const dataset = await texts();
  const settings = settingsFor('whp');
  expect(exportedStarts(dataset, settings)).toEqual([]);
  const starts = exportedStarts(dataset, { ...settings, readFirst: true });
  const read = starts.map(([passage = 0, start = 0]) =>
    Array.from(passages[passage] ?? '')
      .slice(start)
      .join(''),
  );
  const sentences = passages.flatMap(sentencesOf);
  expect(read).toHaveLength(sentences.length);
  sentences.forEach((sentence, i) => {
    expect(read[i]?.startsWith(sentence)).toBe(true);
  });
});
