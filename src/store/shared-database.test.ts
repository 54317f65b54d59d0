import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { createStore, entries, set, type UseStore } from 'idb-keyval';
import { beforeEach, expect, test } from 'vitest';
import { databaseKeyValue, forgetShared } from './database';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const shared = (): UseStore => createStore('lethe', 'kept');

test('two copies on one origin take over what 0.2 kept for both, once, and share nothing from then on', async () => {
  await set('projects', [{ id: '1', name: 'Owls', at: 0 }], shared());
  await set('project/1/page/texts', { forget: 1 }, shared());
  const [a, b] = [databaseKeyValue('lethe/a/'), databaseKeyValue('lethe/b/')];
  expect(await a.get('projects')).toEqual([{ id: '1', name: 'Owls', at: 0 }]);
  expect(await a.keys('project/')).toEqual(['project/1/page/texts']);
  await a.change({ put: { current: '2' }, remove: ['project/1/page/texts'] });
  expect(await b.get('current')).toBeUndefined();
  expect(await b.keys('project/')).toEqual(['project/1/page/texts']);
  // Opened again, nothing that was deleted comes back.
  expect(await databaseKeyValue('lethe/a/').keys('project/')).toEqual([]);
  expect(await entries(shared())).toHaveLength(2);
});

test('without data of 0.2 its database is not created', async () => {
  const here = databaseKeyValue('lethe/c/');
  expect(await here.keys('')).toEqual([]);
  await here.change({ put: { a: 1 } });
  expect(await here.get('a')).toBe(1);
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['lethe/c/']);
});

test('page and worker that open at once copy the same, and keep what was changed since', async () => {
  await set('projects', 'old', shared());
  const [page, worker] = [databaseKeyValue('lethe/d/'), databaseKeyValue('lethe/d/')];
  await Promise.all([page.change({ put: { projects: 'new' } }), worker.keys('')]);
  expect(await worker.get('projects')).toBe('new');
});

test('what was deleted with everything else does not come back', async () => {
  await set('projects', 'old', shared());
  const here = databaseKeyValue('lethe/e/');
  await here.change({ remove: await here.keys('') });
  await forgetShared();
  expect(await databaseKeyValue('lethe/e/').get('projects')).toBeUndefined();
});
