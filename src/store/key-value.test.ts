import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { databaseKeyValue } from './database';
import { memoryKeyValue, within } from './key-value';

describe.each([
  ['memory', memoryKeyValue],
  ['the database', () => databaseKeyValue('lethe/')],
])('%s', (_, open) => {
  test('stores plain data under keys, and lists the keys with a prefix', async () => {
    const store = open();
    await store.change({ put: { 'a/1': Float32Array.of(1, 2), 'a/2': { deep: [1] }, b: 'x' } });
    expect(await store.get('a/1')).toEqual(Float32Array.of(1, 2));
    expect(await store.keys('a/')).toEqual(['a/1', 'a/2']);
    await store.change({ put: { 'a/3': 3 }, remove: ['a/1', 'b'] });
    expect(await store.keys('')).toEqual(['a/2', 'a/3']);
    expect(await store.get('b')).toBeUndefined();
  });

  test('a change is saved whole or not at all', async () => {
    const store = open();
    await store.change({ put: { 'whole/kept': 1 } });
    const change = { put: { 'whole/new': 2, 'whole/bad': () => undefined }, remove: ['whole/kept'] };
    await expect(store.change(change)).rejects.toThrow();
    expect(await store.keys('whole/')).toEqual(['whole/kept']);
  });

  test('a part of the store does not see the rest', async () => {
    const store = open();
    const [one, other] = [within(store, 'one/'), within(store, 'other/')];
    await one.change({ put: { x: 1, y: 2 } });
    await other.change({ put: { x: 3 } });
    await one.change({ remove: ['y'] });
    expect(await one.keys('')).toEqual(['x']);
    expect(await other.get('x')).toBe(3);
  });
});
