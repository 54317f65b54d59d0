/**
 * Up to version 0.2 every copy of the page on an origin used one database. Each copy takes over its content once, and
 * leaves it to the others.
 */
import { promisifyRequest, type UseStore } from 'idb-keyval';

/** Says that the content was copied. A number, since all other keys are strings. */
const COPIED = 0;

/** Copies the store `name` of the database `shared` into `own`, without replacing anything, the first time. */
export async function copyOnce(shared: string, name: string, own: UseStore): Promise<void> {
  const isCopied = await own('readonly', (store) => promisifyRequest(store.getKey(COPIED)));
  if (isCopied !== undefined) return;
  const entries = await entriesOf(shared, name);
  await own('readwrite', async (store) => {
    // Page and worker may both be here: what one of them has copied, or changed since, stays.
    const there = new Set(await promisifyRequest(store.getAllKeys()));
    if (!there.has(COPIED)) for (const [key, value] of entries) if (!there.has(key)) store.put(value, key);
    store.put(true, COPIED);
    return promisifyRequest(store.transaction);
  });
}

/** Empties the shared database. It is not deleted, since that would wait for every tab that has it open. */
export async function emptyShared(shared: string, name: string): Promise<void> {
  const database = await openExisting(shared);
  if (!database) return;
  if (database.objectStoreNames.contains(name)) {
    const transaction = database.transaction(name, 'readwrite');
    transaction.objectStore(name).clear();
    await promisifyRequest(transaction);
  }
  database.close();
}

/** All entries; none if there is no such database. */
async function entriesOf(
  shared: string,
  name: string,
): Promise<readonly (readonly [IDBValidKey, unknown])[]> {
  const database = await openExisting(shared);
  if (!database) return [];
  try {
    if (!database.objectStoreNames.contains(name)) return [];
    const store = database.transaction(name).objectStore(name);
    const [keys, values] = await Promise.all([
      promisifyRequest(store.getAllKeys()),
      promisifyRequest<unknown[]>(store.getAll()),
    ]);
    return keys.map((key, index) => [key, values[index]] as const);
  } finally {
    database.close();
  }
}

/** The database if it exists; opening it must not create it. */
function openExisting(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      if (isNew) resolve(null);
      else reject(request.error ?? new DOMException('no database', 'UnknownError'));
    };
  });
}
