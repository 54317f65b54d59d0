/** The browser's database: a single one for everything, so that one name is enough to clear it. */
import { createStore, get, promisifyRequest } from 'idb-keyval';
import type { KeyValue } from './key-value';

/** Also the prefix of every other name under which the page stores something in the browser. */
export const DATABASE = 'lethe';

/** Opens at the first use. Rejects with the browser's error if storage is denied or full. */
export function databaseKeyValue(): KeyValue {
  const use = createStore(DATABASE, 'kept');
  return {
    get: (key) => get<unknown>(key, use),
    keys: (prefix) =>
      use('readonly', async (store) => {
        const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
        return (await promisifyRequest(store.getAllKeys(range))).map(String);
      }),
    change: ({ put = {}, remove = [] }) =>
      use('readwrite', (store) => {
        try {
          for (const [key, value] of Object.entries(put)) store.put(value, key);
          for (const key of remove) store.delete(key);
        } catch (error) {
          store.transaction.abort(); // if one value cannot be cloned, none is written
          throw error;
        }
        return promisifyRequest(store.transaction);
      }),
  };
}
