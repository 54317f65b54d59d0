import { expect, test } from 'vitest';
import { memoryKeyValue } from './key-value';
import { OwnAdapters } from './own-adapters';

const bytes = (text: string) => new TextEncoder().encode(text);
const files = (weights: string) => ({ config: bytes('{}'), weights: bytes(weights) });

test('adapters are listed beside the model that they were opened with, and read back', async () => {
  const adapters = new OwnAdapters(memoryKeyValue());
  const b = await adapters.add('b', 'model', files('1'));
  const a = await adapters.add('a', 'model', files('2'));
  await adapters.add('of another', 'other', files('1'));
  expect(await adapters.list('model')).toEqual([a, b]);
  expect(b).toMatchObject({ name: 'b', bytes: 3 });
  expect(await adapters.files(b)).toEqual(files('1'));
});

test('the same adapter is kept once, by the name that it was opened with last', async () => {
  const adapters = new OwnAdapters(memoryKeyValue());
  await adapters.add('a', 'model', files('1'));
  const again = await adapters.add('b', 'model', files('1'));
  expect(await adapters.list('model')).toEqual([again]);
});

test('one that is deleted is gone with its files; what cannot be read is passed over', async () => {
  const store = memoryKeyValue();
  const adapters = new OwnAdapters(store);
  const kept = await adapters.add('a', 'model', files('1'));
  await store.change({ put: { 'own/adapter/x': { id: 4 }, [`own/adapter-files/${kept.id}`]: 'damaged' } });
  expect(await adapters.list('model')).toEqual([kept]);
  expect(await adapters.files(kept)).toBeNull();
  await adapters.remove(kept);
  expect(await adapters.list('model')).toEqual([]);
  expect(await store.keys(`own/adapter-files/`)).toEqual([]);
});
