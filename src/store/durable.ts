/**
 * A store that loses nothing while it is open: what a database refuses (it is full, or there is none, as in some private
 * windows) stays in memory, and is offered again until it is saved.
 */
import { fail } from './errors';
import { SerialQueue } from '../base/serial-queue';
import type { Change, KeyValue } from './key-value';

/** `full`: browser storage is full; `denied`: the browser allows no storage at all. */
export type StoreHealth = 'kept' | 'full' | 'denied';

/** Milliseconds until what was refused is offered again, if no other change comes first. */
const PAUSE = 5000;

/** A change that was refused, by key; undefined: removed. Applied whole, except for keys that were changed since. */
type Refused = Map<string, unknown>;

/** `tell` is called with the database's health after every change and every failure. */
export function durable(database: KeyValue, tell: (health: StoreHealth) => void): KeyValue {
  const queue = new SerialQueue();
  let refused: Refused[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tried = async <T>(read: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      tell(healthAfter(error));
      return otherwise;
    }
  };
  const forget = (keys: readonly string[]): void => {
    for (const one of refused) for (const key of keys) one.delete(key);
    refused = refused.filter((one) => one.size > 0);
  };
  /** Each on its own, so that a small one is saved even if a large one does not fit. */
  const offerAgain = async (): Promise<void> => {
    let health: StoreHealth = 'kept';
    for (const one of refused) {
      try {
        await database.change(asChange(one));
        refused = refused.filter((other) => other !== one);
      } catch (error) {
        health = healthAfter(error);
      }
    }
    tell(health);
    wait();
  };
  const wait = (): void => {
    clearTimeout(timer);
    if (refused.length > 0) timer = setTimeout(() => void queue.run(offerAgain), PAUSE);
  };
  const waiting = (): Refused => new Map(refused.flatMap((one) => [...one]));

  return {
    get(key) {
      const values = waiting();
      return values.has(key) ? Promise.resolve(values.get(key)) : tried(() => database.get(key), undefined);
    },
    async keys(prefix) {
      const all = new Set(await tried(() => database.keys(prefix), []));
      for (const [key, value] of waiting()) {
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
          forget(keysOf(change));
          refused.push(asRefused(change));
          wait();
          tell(healthAfter(error));
          const reason = error instanceof Error ? error.message : String(error);
          fail('store/failed', { reason: reason === '' ? 'unknown reason' : reason }, error);
        }
        forget(keysOf(change));
        await offerAgain();
      }),
  };
}

function keysOf({ put = {}, remove = [] }: Change): string[] {
  return [...Object.keys(put), ...remove];
}

function asRefused({ put = {}, remove = [] }: Change): Refused {
  return new Map([
    ...remove.map((key) => [key, undefined] as const),
    ...Object.entries(structuredClone(put)),
  ]);
}

function asChange(refused: Refused): Change {
  const entries = [...refused];
  return {
    put: Object.fromEntries(entries.filter(([, value]) => value !== undefined)),
    remove: entries.filter(([, value]) => value === undefined).map(([key]) => key),
  };
}

function healthAfter(error: unknown): StoreHealth {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'denied';
}
