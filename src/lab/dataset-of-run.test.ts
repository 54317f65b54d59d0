import { expect, test } from 'vitest';
import { diskSource } from '../files/disk-source';
import { hashOf, loadDataset } from './dataset';
import { datasetOfRun } from './dataset-of-run';

const files = diskSource('public');
const world = 'worlds/marrowmere';
const source = { model: 'models/base', world };
const shipped = await loadDataset(files, world);
const own = { ...shipped, forget: { title: 'Mine', passages: ['Mira slept.'] } };

test('the texts that are open, where they are the run’s', async () => {
  expect(await datasetOfRun({ hashes: { world: hashOf(own) } }, own, files)).toBe(own);
});

test('otherwise those of its folder, on the items of its split', async () => {
  expect(await datasetOfRun({ hashes: { world: hashOf(shipped) }, source }, own, files)).toEqual(shipped);
  const development = await loadDataset(files, world, 'development');
  const run = { hashes: { world: hashOf(development) }, source, split: 'development' } as const;
  expect(await datasetOfRun(run, null, files)).toEqual(development);
});

test('a run that knows its folder alone', async () => {
  expect(await datasetOfRun({ hashes: {}, source }, own, files)).toEqual(shipped);
});

test.each([
  ['texts that are not open', { hashes: { world: 'another' } }],
  ['a text of the user’s', { hashes: { world: 'another' }, source: { ...source, isOwnText: true } }],
  ['a data set that has changed', { hashes: { world: 'another' }, source }],
])('%s are refused with what to do', async (_, run) => {
  await expect(datasetOfRun(run, own, files)).rejects.toMatchObject({
    code: 'run/other-texts',
    hint: 'Open the project or the text that it was made with, then try again.',
  });
});
