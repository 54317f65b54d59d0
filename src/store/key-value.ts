/** A store of values by key: a database, or memory. Injected, so that tests can use a Map. */

/** A change, applied whole or not at all. */
export interface Change {
  /** by key: plain data, which structured cloning can copy */
  readonly put?: Readonly<Record<string, unknown>>;
  readonly remove?: readonly string[];
}

export interface KeyValue {
  /** The value of a key; undefined if there is none. */
  get(key: string): Promise<unknown>;
  /** The keys that begin with `prefix`, sorted. */
  keys(prefix: string): Promise<string[]>;
  /** @throws LetheError store/failed if it could not be saved */
  change(change: Change): Promise<void>;
}

/** Keeps values only while the page is open. */
export function memoryKeyValue(): KeyValue {
  const kept = new Map<string, unknown>();
  return {
    get: (key) => Promise.resolve(kept.get(key)),
    keys: (prefix) => Promise.resolve([...kept.keys()].filter((key) => key.startsWith(prefix)).sort()),
    change: ({ put = {}, remove = [] }) =>
      new Promise((resolve) => {
        const copies = structuredClone(Object.entries(put)); // may throw, before anything is changed
        for (const key of remove) kept.delete(key);
        for (const [key, value] of copies) kept.set(key, value);
        resolve();
      }),
  };
}

/** The part of a store whose keys begin with `prefix`; its own keys omit it. */
export function within(store: KeyValue, prefix: string): KeyValue {
  return {
    get: (key) => store.get(prefix + key),
    async keys(more) {
      return (await store.keys(prefix + more)).map((key) => key.slice(prefix.length));
    },
    change: ({ put = {}, remove = [] }) =>
      store.change({
        put: Object.fromEntries(Object.entries(put).map(([key, value]) => [prefix + key, value])),
        remove: remove.map((key) => prefix + key),
      }),
  };
}

/** Whether the store saved the change. A run continues even if the disk is full. */
export async function isStored(store: KeyValue, change: Change): Promise<boolean> {
  try {
    await store.change(change);
    return true;
  } catch {
    return false;
  }
}
