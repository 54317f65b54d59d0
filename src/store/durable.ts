/**
 * A store that loses nothing while the page is open: what a database refuses (it is full, or there is none, as in some
 * private windows) stays in memory and is written again with the next change.
 */
import { fail } from './errors';
import { SerialQueue } from '../base/serial-queue';
import type { Change, KeyValue } from './key-value';

/** `full`: browser storage is full; `denied`: the browser allows no storage at all. */
export type StoreHealth = 'kept' | 'full' | 'denied';

/** `tell` is called with the database's health after every change and every failure. */
export function durable(database: KeyValue, tell: (health: StoreHealth) => void): KeyValue {
  const queue = new SerialQueue();
  /** Values not yet in the database; undefined: removed. */
  const waiting = new Map<string, unknown>();

  const tried = async <T>(read: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      tell(healthAfter(error));
      return otherwise;
    }
  };
  const offerAgain = async (): Promise<StoreHealth> => {
    try {
      await database.change(asChange(waiting));
      waiting.clear();
      return 'kept';
    } catch (error) {
      return healthAfter(error);
    }
  };

  return {
    get: (key) =>
      waiting.has(key) ? Promise.resolve(waiting.get(key)) : tried(() => database.get(key), undefined),
    async keys(prefix) {
      const there = await tried(() => database.keys(prefix), []);
      const all = new Set(there);
      for (const [key, value] of waiting) {
        if (value === undefined) all.delete(key);
        else if (key.startsWith(prefix)) all.add(key);
      }
      return [...all].sort();
    },
    change: (change) =>
      queue.run(async () => {
        try {
          await database.change(change);
        } catch (error) {
          for (const key of change.remove ?? []) waiting.set(key, undefined);
          for (const [key, value] of Object.entries(change.put ?? {}))
            waiting.set(key, structuredClone(value));
          tell(healthAfter(error));
          const reason = error instanceof Error ? error.message : String(error);
          fail('store/failed', { reason: reason === '' ? 'unknown reason' : reason }, error);
        }
        for (const key of keysOf(change)) waiting.delete(key);
        tell(waiting.size > 0 ? await offerAgain() : 'kept');
      }),
  };
}

function keysOf({ put = {}, remove = [] }: Change): string[] {
  return [...Object.keys(put), ...remove];
}

function asChange(waiting: ReadonlyMap<string, unknown>): Change {
  const entries = [...waiting];
  return {
    put: Object.fromEntries(entries.filter(([, value]) => value !== undefined)),
    remove: entries.filter(([, value]) => value === undefined).map(([key]) => key),
  };
}

function healthAfter(error: unknown): StoreHealth {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'denied';
}
