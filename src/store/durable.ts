/**
 * A store that loses nothing while it is open: what a database refuses (it is full, or there is none, as in some private
 * windows) stays in memory, and is offered again until it is saved.
 */
import { fail } from './errors';
import { withLimit } from '../base/abort';
import { limits, seconds } from '../base/limits';
import { SerialQueue } from '../base/serial-queue';
import type { Change, KeyValue } from './key-value';

/** `full`: browser storage is full; `denied`: the browser allows no storage at all. */
export type StoreHealth = 'kept' | 'full' | 'denied';

/** Milliseconds until what was refused is offered again, if no other change comes first. */
const PAUSE = 5000;

/** A change that was refused, by key; undefined: removed. Applied whole, except for keys that were changed since. */
type Refused = Map<string, unknown>;

export interface Durable extends KeyValue {
  /** Drops what was refused, and offers nothing again from now on: what it belonged to is being deleted. */
  stop(): void;
}

/** `tell` is called with the database's health after every change and every failure. */
export function durable(database: KeyValue, tell: (health: StoreHealth) => void): Durable {
  const offers = new SerialQueue();
  /** The last change of each key that is on its way to the database. */
  const latest = new Map<string, Change>();
  let refused: Refused[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  const tried = async <T>(read: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await inTime(read());
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
      if (isStopped) return;
      try {
        await inTime(database.change(asChange(one)));
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
    if (refused.length > 0) timer = setTimeout(() => void offers.run(offerAgain), PAUSE);
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
    async change(change) {
      // Begun at once, since the page may be closed at any time; the database keeps the order.
      const keys = keysOf(change);
      for (const key of keys) latest.set(key, change);
      forget(keys);
      try {
        await inTime(database.change(change));
      } catch (error) {
        if (!isStopped) refused.push(asRefused(change, (key) => latest.get(key) === change));
        wait();
        tell(healthAfter(error));
        const reason = error instanceof Error ? error.message : String(error);
        fail('store/failed', { reason: reason === '' ? 'unknown reason' : reason }, error);
      } finally {
        for (const key of keys) if (latest.get(key) === change) latest.delete(key);
      }
      await offers.run(offerAgain);
    },
    stop() {
      isStopped = true;
      refused = [];
      wait();
    },
  };
}

/** Some browsers open a database and never say so: neither the page nor a run waits for it. */
function inTime<T>(work: Promise<T>): Promise<T> {
  const late = (): Error => new Error(`no answer from browser storage within ${seconds(limits.storage)} s`);
  return withLimit(work, limits.storage, late);
}

function keysOf({ put = {}, remove = [] }: Change): string[] {
  return [...Object.keys(put), ...remove];
}

/** `isLast`: whether the change of a key is the last one that was asked for. */
function asRefused({ put = {}, remove = [] }: Change, isLast: (key: string) => boolean): Refused {
  const all = [...remove.map((key) => [key, undefined] as const), ...Object.entries(structuredClone(put))];
  return new Map(all.filter(([key]) => isLast(key)));
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
