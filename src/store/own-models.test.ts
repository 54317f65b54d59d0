import { expect, test } from 'vitest';
import { memoryKeyValue, type KeyValue } from './key-value';
import { memoryFolder } from './memory-folder';
import { OwnModels, type OwnModel } from './own-models';
import { PieceFolder } from './piece-folder';

const model: OwnModel = {
  path: 'own/ab/tiny.gguf',
  id: 'ab',
  title: 'tiny.gguf',
  bytes: 4,
  parameters: 12,
  family: 'Llama',
  isOnDisk: false,
  files: ['tiny.gguf'],
};
const files = [{ name: 'tiny.gguf', file: new Blob(['1234']) }];
const textOf = async (blob: Blob | null): Promise<string | undefined> => blob?.text();

/** A store that takes handles as they are: those of tests are no browser's. */
function keeping(): KeyValue {
  const kept = new Map<string, unknown>();
  return {
    ...memoryKeyValue(),
    get: (key) => Promise.resolve(kept.get(key)),
    keys: (prefix) => Promise.resolve([...kept.keys()].filter((key) => key.startsWith(prefix))),
    change: ({ put = {}, remove = [] }) => {
      for (const key of remove) kept.delete(key);
      for (const [key, value] of Object.entries(put)) kept.set(key, value);
      return Promise.resolve();
    },
  };
}

test('files are copied, listed, read again by another visit, and deleted with the model', async () => {
  const [store, copies] = [keeping(), new Map<string, Blob>()];
  const counted: number[] = [];
  await new OwnModels(store, memoryFolder(copies)).add(model, files, { onbytes: (n) => counted.push(n) });
  const again = new OwnModels(store, memoryFolder(copies));
  expect(await again.list()).toEqual([model]);
  expect(await textOf(await again.file('ab', 'tiny.gguf'))).toBe('1234');
  expect(await again.file('ab', 'other.gguf')).toBeNull();
  expect(counted).toEqual([4]);
  await again.remove(model);
  expect([await again.list(), await again.file('ab', 'tiny.gguf'), copies.size]).toEqual([[], null, 0]);
});

test('without a file system the database holds the copy', async () => {
  const models = new OwnModels(keeping(), null);
  await models.add(model, files);
  expect(await textOf(await models.file('ab', 'tiny.gguf'))).toBe('1234');
});

test('a file on disk is not copied', async () => {
  const copies = new Map<string, Blob>();
  const models = new OwnModels(keeping(), memoryFolder(copies));
  const handle = { getFile: () => Promise.resolve(new File(['on disk'], 'x')) } as FileSystemFileHandle;
  await models.add({ ...model, isOnDisk: true }, [{ name: 'tiny.gguf', file: new Blob([]), handle }]);
  expect(copies.size).toBe(0);
  expect(await models.handles('ab')).toEqual([handle]);
  expect(await textOf(await models.file('ab', 'tiny.gguf'))).toBe('on disk');
});

test('what cannot be kept whole is not kept at all', async () => {
  const copies = new Map<string, Blob>();
  const full: KeyValue = { ...keeping(), change: () => Promise.reject(new Error('disk full')) };
  const models = new OwnModels(full, memoryFolder(copies));
  await expect(models.add(model, files)).rejects.toMatchObject({
    code: 'model/not-kept',
    params: { reason: 'disk full' },
  });
  expect(copies.size).toBe(0);
});

test('cancelled, nothing is kept', async () => {
  const [store, copies] = [keeping(), new Map<string, Blob>()];
  const models = new OwnModels(store, memoryFolder(copies));
  const controller = new AbortController();
  const options = { signal: controller.signal, onbytes: () => controller.abort(new Error('cancelled')) };
  await expect(models.add(model, files, options)).rejects.toThrow('cancelled');
  expect([await models.list(), copies.size]).toEqual([[], 0]);
});

test('what another version kept is passed over', async () => {
  const store = keeping();
  await store.change({ put: { 'own/model/zz': { title: 1 } } });
  expect(await new OwnModels(store, null).list()).toEqual([]);
});

test('a model that was downloaded is kept in its pieces, with its origin, until it is deleted', async () => {
  const [store, kept] = [keeping(), new Map<string, Blob>()];
  const folder = memoryFolder(kept);
  const origin = { repo: 'me/tiny', revision: 'main', commit: 'ab12' };
  const models = new OwnModels(store, folder);
  const add = async (id: string, text: string): Promise<void> => {
    const downloaded = new PieceFolder(store, folder, id);
    for (const part of text) await downloaded.append('Tiny.GGUF', new TextEncoder().encode(part), null);
    await downloaded.finish('Tiny.GGUF');
    const pieces = { folder: id, name: 'Tiny.GGUF' };
    await models.add({ ...model, origin }, [{ name: 'tiny.gguf', file: new Blob([]), pieces }]);
  };
  await add('hub-1', '1234');
  expect((await models.list())[0]?.origin).toEqual(origin);
  expect(await textOf(await models.file('ab', 'tiny.gguf'))).toBe('1234');
  expect(kept.size).toBe(4); // and no copy
  // The same model from another commit takes its place.
  await add('hub-2', '567');
  expect(await textOf(await models.file('ab', 'tiny.gguf'))).toBe('567');
  expect([...kept.keys()].every((key) => key.startsWith('hub-2/'))).toBe(true);
  await models.remove(model);
  expect([await store.keys(''), kept.size]).toEqual([[], 0]);
});
