/** The browser's database: everything of ours is in one, so that one name has to be known to empty it. */
import { createStore, get, promisifyRequest } from 'idb-keyval';
import type { KeyValue } from './key-value';

/** Also how every other name begins that the page gives to something the browser keeps. */
export const DATABASE = 'lethe';

/** Opens at the first use. It rejects with what the browser says where it keeps nothing, or no more. */
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
          store.transaction.abort(); // a value that cannot be copied takes the others with it
          throw error;
        }
        return promisifyRequest(store.transaction);
      }),
  };
}
