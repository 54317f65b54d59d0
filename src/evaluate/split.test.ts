import { expect, test } from 'vitest';
import { LetheError } from '../base/errors';
import type { FileSource } from '../files/source';
import { fail } from '../files/errors';
import { itemsFolder, readSplit } from './split';

/** Files by path; all others are missing. */
const sourceOf = (files: Readonly<Record<string, unknown>>): FileSource => ({
  read: (path) =>
    path in files
      ? Promise.resolve(new TextEncoder().encode(JSON.stringify(files[path])))
      : Promise.resolve().then(() => fail('file/missing', { path, status: 'HTTP 404' })),
});

test('the test items are the data set’s own, the development items are in a folder of it', () => {
  expect(itemsFolder('worlds/w', 'test')).toBe('worlds/w');
  expect(itemsFolder('worlds/w', 'development')).toBe('worlds/w/development');
});

test('items declare their split', async () => {
  const source = sourceOf({
    'w/split.json': { split: 'test' },
    'w/development/split.json': { split: 'development' },
  });
  expect(await readSplit(source, 'w', 'test')).toBe('test');
  expect(await readSplit(source, 'w', 'development')).toBe('development');
});

test('a custom data set declares no split, and has no development items', async () => {
  expect(await readSplit(sourceOf({}), 'w', 'test')).toBeNull();
  await expect(readSplit(sourceOf({}), 'w', 'development')).rejects.toMatchObject({ code: 'file/missing' });
});

test.each([{ split: 'test' }, { split: 'train' }, {}])(
  'test items in place of the development items are refused: %j',
  async (declared) => {
    const error = await readSplit(
      sourceOf({ 'w/development/split.json': declared }),
      'w',
      'development',
    ).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LetheError);
    expect(error).toMatchObject({ code: 'file/invalid' });
  },
);
