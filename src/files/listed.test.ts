import { describe, expect, test } from 'vitest';
import { makeError } from '../base/errors';
import { fileErrors } from './errors';
import { listedFiles } from './listed';
import type { FileSource } from './source';

/** A source of these files, and which were asked for. */
function files(all: Readonly<Record<string, unknown>>): { source: FileSource; asked: string[] } {
  const asked: string[] = [];
  const source: FileSource = {
    read(path) {
      asked.push(path);
      return path in all
        ? Promise.resolve(new TextEncoder().encode(JSON.stringify(all[path])))
        : Promise.reject(makeError(fileErrors, 'file/missing', { path, status: 'HTTP 404' }));
    },
  };
  return { source, asked };
}

describe('a folder with a list', () => {
  test('is not asked for what the list lacks', async () => {
    const { source, asked } = files({
      'w/files.json': ['a.json', 'in/b.json'],
      'w/a.json': 1,
      'w/in/b.json': 2,
    });
    const read = await listedFiles(source, 'w');
    expect(await Promise.all(['w/a.json', 'w/in/b.json', 'w/c.json'].map(read))).toEqual([1, 2, null]);
    expect(asked).toEqual(['w/files.json', 'w/a.json', 'w/in/b.json']);
  });

  test('has lost a file that it lists: that is an error, not an absent file', async () => {
    const read = await listedFiles(files({ 'w/files.json': ['a.json'] }).source, 'w');
    await expect(read('w/a.json')).rejects.toMatchObject({ code: 'file/missing' });
  });

  test.each([{ a: 1 }, [1], 'a.json'])('with the list %j is refused', async (list) => {
    await expect(listedFiles(files({ 'w/files.json': list }).source, 'w')).rejects.toMatchObject({
      code: 'file/invalid',
      params: { path: 'w/files.json' },
    });
  });
});

test('of a folder without a list each file is asked for', async () => {
  const { source, asked } = files({ 'w/a.json': 1 });
  const read = await listedFiles(source, 'w');
  expect([await read('w/a.json'), await read('w/c.json')]).toEqual([1, null]);
  expect(asked).toContain('w/c.json');
});
