import { expect, test } from 'vitest';
import type { Report } from '../evaluate/report';
import { exportedSource } from '../exchange/read-exported';
import { diskSource } from '../files/disk-source';
import { defaultSettings } from '../methods/settings';
import { readDictionary } from '../text/dictionary-file';
import { loadDataset } from './dataset';
import { runFolder } from './run-folder';
import { noHashes } from './run-inputs';

test('the dictionary in its order, and who found which of its terms', async () => {
  const world = await loadDataset(diskSource('public'), 'worlds/marrowmere');
  const sources = [{ by: 'a model', score: 0.75 }];
  const dictionary = [
    { term: 'Mira', translations: ['Anna', 'Lucy'], sources },
    { term: '1984', translations: ['the year'] },
    { term: '7', translations: ['9'] },
  ] as const;
  const dataset = { ...world, dictionary };
  const source = exportedSource(runFolder({ settings: defaultSettings, dataset, hashes: noHashes }));
  const textOf = async (path: string): Promise<string> => new TextDecoder().decode(await source.read(path));
  // Numbers would come first in an object, and the first term of several that match counts.
  const read = readDictionary(await textOf('dictionary.json'), 'json');
  expect(read.map(({ term }) => term)).toEqual(['Mira', '1984', '7']);
  expect(JSON.parse(await textOf('found.json'))).toEqual([{ term: 'Mira', sources }]);
});

test('what people decided, where they did', async () => {
  const dataset = await loadDataset(diskSource('public'), 'worlds/marrowmere');
  const human: NonNullable<Report['human']> = [
    {
      task: 'language',
      decisions: 3,
      answered: 2,
      changed: 1,
      annotators: [{ annotator: 'ann', decisions: 3 }],
      method: 'majority',
      agreement: null,
    },
  ];
  const run = { settings: defaultSettings, dataset, hashes: noHashes };
  const source = exportedSource(runFolder({ ...run, human }));
  expect(JSON.parse(new TextDecoder().decode(await source.read('decisions.json')))).toEqual(human);
  expect(runFolder(run).map(({ path }) => path)).not.toContain('decisions.json');
});
