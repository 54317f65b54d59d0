import { expect, test } from 'vitest';
import { memoryKeyValue } from '../store/key-value';
import { downloadKeys, downloadOf, UnfinishedDownloads } from './unfinished';

const place = { repo: 'me/tiny', revision: 'main', commit: 'ab', mirror: 'https://a.b' };
const fileOf = (name: string) => ({ name, bytes: 3, hash: { kind: 'git' as const, hex: '12' } });
const model = { title: 'a.gguf', isGguf: true, files: [fileOf('a.gguf')] };

test('a download is listed until it is forgotten, with all that going on with it needs', async () => {
  const store = memoryKeyValue();
  const one = downloadOf(place, model);
  await new UnfinishedDownloads(store, downloadKeys.own).put(one);
  await store.change({ put: { 'own/download/x': { repo: 1 } } });
  expect(await new UnfinishedDownloads(store, downloadKeys.own).list()).toEqual([one]);
  expect(one).toMatchObject({ ...place, ...model });
  expect(await new UnfinishedDownloads(store, downloadKeys.tab).list()).toEqual([]);
  await new UnfinishedDownloads(store, downloadKeys.own).forget(one);
  expect(await new UnfinishedDownloads(store, downloadKeys.own).list()).toEqual([]);
});

test('other files or another commit are another download, another mirror is not', () => {
  const { id } = downloadOf(place, model);
  expect(downloadOf({ ...place, mirror: 'https://c.d' }, model).id).toBe(id);
  expect(downloadOf({ ...place, commit: 'cd' }, model).id).not.toBe(id);
  expect(downloadOf(place, { ...model, files: [fileOf('b.gguf')] }).id).not.toBe(id);
});
