import { afterEach, expect, test, vi } from 'vitest';
import { limits } from '../base/limits';
import { memoryKeyValue, type KeyValue } from './key-value';
import { durable, type StoreHealth } from './durable';

/** A database that can be made full and free again. */
function limited(): { database: KeyValue; kept: KeyValue; room: { full: boolean } } {
  const [kept, room] = [memoryKeyValue(), { full: false }];
  const change: KeyValue['change'] = (next) =>
    room.full ? Promise.reject(new DOMException('no room', 'QuotaExceededError')) : kept.change(next);
  return { kept, room, database: { ...kept, change } };
}

test('what a full database refuses is reported, stays readable, and is saved once there is room', async () => {
  const { database, kept, room } = limited();
  const health: StoreHealth[] = [];
  const store = durable(database, (now) => health.push(now));
  await store.change({ put: { a: 1, b: 1 } });
  room.full = true;
  await expect(store.change({ put: { b: 2, c: 2 }, remove: ['a'] })).rejects.toThrow('no room');
  expect(await store.get('b')).toBe(2);
  expect(await store.get('a')).toBeUndefined();
  expect(await store.keys('')).toEqual(['b', 'c']);
  expect(await kept.keys('')).toEqual(['a', 'b']);
  room.full = false;
  await store.change({ put: { d: 3 } });
  expect(await kept.keys('')).toEqual(['b', 'c', 'd']);
  expect(await kept.get('b')).toBe(2);
  expect(health).toEqual(['kept', 'full', 'kept']);
});

afterEach(() => {
  vi.useRealTimers();
});

test('what was refused is offered again when there is room, without another change, and the note stays until then', async () => {
  vi.useFakeTimers();
  const { database, kept, room } = limited();
  const health: StoreHealth[] = [];
  const store = durable(database, (now) => health.push(now));
  room.full = true;
  await expect(store.change({ put: { a: 1, b: 1 } })).rejects.toThrow('no room');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(new Set(health)).toEqual(new Set(['full']));
  room.full = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await kept.keys('')).toEqual(['a', 'b']);
  expect(health.at(-1)).toBe('kept');
  expect(vi.getTimerCount()).toBe(0);
});

test('of several refused changes, each is saved as soon as it fits, and never over a newer value', async () => {
  vi.useFakeTimers();
  const kept = memoryKeyValue();
  let [most, health] = [0, 'kept' as StoreHealth];
  const change: KeyValue['change'] = (next) =>
    JSON.stringify(next).length > most
      ? Promise.reject(new DOMException('', 'QuotaExceededError'))
      : kept.change(next);
  const store = durable({ ...kept, change }, (now) => (health = now));
  const refused = (put: Record<string, unknown>): Promise<void> =>
    expect(store.change({ put })).rejects.toThrow();
  await refused({ large: 'x'.repeat(100), small: 1 });
  await refused({ small: 2, other: 2 });
  await refused({ other: 3 });
  most = 60;
  await vi.advanceTimersByTimeAsync(10_000);
  expect([await kept.get('small'), await kept.get('other'), await kept.get('large')]).toEqual([
    2,
    3,
    undefined,
  ]);
  expect(health).toBe('full');
  most = 200;
  await vi.advanceTimersByTimeAsync(10_000);
  expect([await kept.get('small'), await kept.get('other')]).toEqual([2, 3]);
  expect(await kept.get('large')).toHaveLength(100);
  expect(health).toBe('kept');
});

test('a small change is saved even if a large one does not fit', async () => {
  const { kept } = limited();
  const database: KeyValue = {
    ...kept,
    change: (next) =>
      'large' in (next.put ?? {})
        ? Promise.reject(new DOMException('', 'QuotaExceededError'))
        : kept.change(next),
  };
  let health: StoreHealth = 'kept';
  const store = durable(database, (now) => (health = now));
  await expect(store.change({ put: { large: 'x' } })).rejects.toThrow('unknown reason');
  await store.change({ put: { small: 1 } });
  expect(await kept.get('small')).toBe(1);
  expect(await store.get('large')).toBe('x');
  expect(health).toBe('full');
});

test('a change does not wait for those before it, and a failed one never comes back over a newer one', async () => {
  const { kept } = limited();
  const asked: { settle: (isSaved: boolean) => void }[] = [];
  const change: KeyValue['change'] = async (next) => {
    const isSaved = await new Promise<boolean>((settle) => asked.push({ settle }));
    if (!isSaved) throw new DOMException('no room', 'QuotaExceededError');
    await kept.change(next);
  };
  const store = durable({ ...kept, change }, () => undefined);
  const changes = [{ a: 1, b: 1 }, { a: 2 }].map((put) => store.change({ put }).catch(() => 'failed'));
  expect(asked).toHaveLength(2);
  asked[0]?.settle(false);
  asked[1]?.settle(true);
  expect(await changes[0]).toBe('failed');
  await expect.poll(() => asked.length).toBe(3); // the first is offered again, without what is newer
  asked[2]?.settle(true);
  await changes[1];
  expect([await kept.get('a'), await kept.get('b')]).toEqual([2, 1]);
});

test('without a database everything is there until the page is closed', async () => {
  const none = (): Promise<never> => Promise.reject(new Error('denied in private windows'));
  let health: StoreHealth = 'kept';
  const store = durable({ get: none, keys: none, change: none }, (now) => (health = now));
  expect(await store.get('a')).toBeUndefined();
  expect(health).toBe('denied');
  await expect(store.change({ put: { a: 1 } })).rejects.toThrow('denied in private windows');
  expect(await store.get('a')).toBe(1);
  expect(await store.keys('')).toEqual(['a']);
});

test('a database that never answers is given up after the limit, and what was written stays in memory', async () => {
  vi.useFakeTimers();
  const never = (): Promise<never> => new Promise(() => undefined);
  let health: StoreHealth = 'kept';
  const store = durable({ get: never, keys: never, change: never }, (now) => (health = now));
  const reading = store.get('a');
  const writing = store.change({ put: { b: 1 } }).catch((error: unknown) => String(error));
  await vi.advanceTimersByTimeAsync(limits.storage);
  expect(await reading).toBeUndefined();
  expect(await writing).toContain('no answer');
  expect([health, await store.get('b')]).toEqual(['denied', 1]);
});

test('once stopped, it offers nothing that was refused again, nor what is refused just then', async () => {
  vi.useFakeTimers();
  const { database, kept, room } = limited();
  const store = durable(database, () => undefined);
  room.full = true;
  await expect(store.change({ put: { a: 1 } })).rejects.toThrow('no room');
  const late = store.change({ put: { b: 1 } });
  store.stop();
  await expect(late).rejects.toThrow('no room');
  room.full = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await kept.keys('')).toEqual([]);
  await store.change({ put: { c: 1 } }); // the list of projects goes on
  expect(await kept.keys('')).toEqual(['c']);
});
