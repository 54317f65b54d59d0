import { expect, test } from 'vitest';
import { memoryKeyValue, type KeyValue } from './key-value';
import { storeOfPlace } from './project-store';
import { ProjectList } from './projects';

/** A store with a project that has content, and its list. */
async function kept(): Promise<{ all: KeyValue; list: ProjectList }> {
  const all = memoryKeyValue();
  const list = new ProjectList(all, () => 7);
  const store = storeOfPlace(all, () => ({ project: '1', isReadOnly: false }));
  await store.change({ put: { 'page/until': null, 'run/reinforce': new Float32Array([1, 2]) } });
  return { all, list };
}

test('there is always a project, and it has what was saved before there were several', async () => {
  const { list } = await kept();
  expect(await list.list()).toEqual([{ id: '1', name: '', at: 0 }]);
  expect((await list.current()).id).toBe('1');
  expect(await list.entries('1')).toEqual({ 'page/until': null, 'run/reinforce': new Float32Array([1, 2]) });
});

test('a copy has everything and is independent of the original', async () => {
  const { all, list } = await kept();
  const copy = await list.create('copy', await list.entries('1'));
  expect(copy).toEqual({ id: '2', name: 'copy', at: 7 });
  expect(await list.entries('2')).toEqual(await list.entries('1'));
  await all.change({ put: { 'project/2/page/until': 'label' } });
  expect(await list.entries('1')).toMatchObject({ 'page/until': null });
});

test('a project can be chosen, named and deleted without changing the others', async () => {
  const { list } = await kept();
  await list.create('two');
  await list.choose('2');
  await list.rename('2', 'second');
  expect(await list.current()).toMatchObject({ id: '2', name: 'second' });
  await list.remove('2');
  expect((await list.current()).id).toBe('1');
  expect(Object.keys(await list.entries('1'))).toHaveLength(2);
});

test('deleting the last one leaves a new, empty one', async () => {
  const { all, list } = await kept();
  await list.remove('1');
  expect(await list.list()).toEqual([{ id: '2', name: '', at: 0 }]);
  expect(await all.keys('project/')).toEqual([]);
});

test('clearing leaves nothing in the store', async () => {
  const { all, list } = await kept();
  await list.create('two');
  await list.clear();
  expect(await all.keys('')).toEqual([]);
});

test('a read-only project cannot be changed', async () => {
  const { all, list } = await kept();
  const store = storeOfPlace(all, () => ({ project: '1', isReadOnly: true }));
  await expect(store.change({ remove: ['run/reinforce'] })).rejects.toThrow('elsewhere');
  expect(await store.get('run/reinforce')).toBeDefined();
  expect(Object.keys(await list.entries('1'))).toHaveLength(2);
});
