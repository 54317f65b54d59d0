import { expect, test } from 'vitest';
import { checkNamed, idOf, namedBy, ownPath, withOwnFiles } from './own-files';

const hash = 'ab'.repeat(32);
const id = idOf(hash);
const shipped = { read: (path: string) => Promise.resolve(new TextEncoder().encode(path)) };
const own = (file: () => Promise<Blob | null>) => withOwnFiles(shipped, { file });

test('paths below own/ are read from the own files, by id and name, and all others from the source', async () => {
  const asked: string[][] = [];
  const source = withOwnFiles(shipped, {
    file: (...names) => {
      asked.push(names);
      return Promise.resolve(new Blob(['mine']));
    },
  });
  const text = async (path: string) => new TextDecoder().decode(await source.read(path));
  expect(await text(`${ownPath(id, 'SmolLM')}/config.json`)).toBe('mine');
  expect(await text(ownPath(id, 'tiny.gguf'))).toBe('mine');
  expect(await text('models/base/config.json')).toBe('models/base/config.json');
  expect(asked).toEqual([
    [id, 'config.json'],
    [id, 'tiny.gguf'],
  ]);
});

test('a file that is not there, or no longer readable, is missing', async () => {
  const path = ownPath(id, 'tiny.gguf');
  const refused = () => Promise.reject(new DOMException('not allowed', 'NotAllowedError'));
  await expect(own(() => Promise.resolve(null)).read(path)).rejects.toMatchObject({
    code: 'file/missing',
    params: { path: 'tiny.gguf', status: 'ENOENT' },
  });
  await expect(own(refused).read(path)).rejects.toMatchObject({ params: { status: 'not allowed' } });
});

test('parts of both are read', async () => {
  const source = own(() => Promise.resolve(new Blob(['0123456789'])));
  const part = async (path: string) => {
    const file = await source.open?.(path);
    return [file?.size, new TextDecoder().decode(await file?.read(2, 4))];
  };
  expect(await part(ownPath(id, 'tiny.gguf'))).toEqual([10, '23']);
  expect(await part('models/base')).toEqual([11, 'de']);
});

test('weights other than those that a path names are refused', () => {
  const path = ownPath(id, 'tiny.gguf');
  expect(namedBy(path)).toEqual({ id, name: 'tiny.gguf' });
  expect(namedBy('models/base')).toBeNull();
  checkNamed(path, hash);
  checkNamed('models/base', 'cd'.repeat(32));
  expect(() => checkNamed(path, 'cd'.repeat(32))).toThrow(/tiny\.gguf/);
});
