/** The database of this copy of the page: a single one for everything, so that one name is enough to clear it. */
import { createStore, get, promisifyRequest } from 'idb-keyval';
import { SHARED_NAME } from '../base/site';
import type { KeyValue } from './key-value';
import { copyOnce, emptyShared } from './shared-database';

/** Of every database of Lethe. */
const STORE = 'kept';

/**
 * `site`: the name of this copy. Opens at the first use, and then copies what version 0.2 kept under the shared name.
 * Rejects with the browser's error if storage is denied or full.
 */
export function databaseKeyValue(site: string): KeyValue {
  const own = createStore(site, STORE);
  let ready: Promise<void> | null = null;
  const use: typeof own = async (mode, run) => {
    ready ??= copyOnce(SHARED_NAME, STORE, own).catch((error: unknown) => {
      ready = null; // the next use tries again
      throw error;
    });
    await ready;
    return own(mode, run);
  };
  return {
    get: (key) => get<unknown>(key, use),
    keys: (prefix) =>
      use('readonly', async (store) => {
        const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
        return (await promisifyRequest(store.getAllKeys(range))).map(String);
      }),
    change: ({ put = {}, remove = [] }) =>
      use('readwrite', (store) => {
        const { transaction } = store;
        try {
          for (const [key, value] of Object.entries(put)) store.put(value, key);
          for (const key of remove) store.delete(key);
          transaction.commit(); // otherwise the browser first asks the page for more, and drops all if it is closed
        } catch (error) {
          transaction.abort(); // if one value cannot be cloned, none is written
          throw error;
        }
        return promisifyRequest(transaction);
      }),
  };
}

/** Deletes what version 0.2 kept for every copy on this origin. */
export const forgetShared = (): Promise<void> => emptyShared(SHARED_NAME, STORE);
