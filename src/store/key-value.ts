/** Something that keeps values under keys: a database, or memory. Injected, so that a test gives a Map. */

/** What a change does, all of it or nothing. */
export interface Change {
  /** plain data (what structured cloning can copy) by key */
  readonly put?: Readonly<Record<string, unknown>>;
  readonly remove?: readonly string[];
}

export interface KeyValue {
  /** What was put under a key; undefined if nothing was. */
  get(key: string): Promise<unknown>;
  /** The keys that begin with `prefix`, in order. */
  keys(prefix: string): Promise<string[]>;
  /** @throws LetheError store/failed if it could not be kept */
  change(change: Change): Promise<void>;
}

/** Keeps as long as the page is open. */
export function memoryKeyValue(): KeyValue {
  const kept = new Map<string, unknown>();
  return {
    get: (key) => Promise.resolve(kept.get(key)),
    keys: (prefix) => Promise.resolve([...kept.keys()].filter((key) => key.startsWith(prefix)).sort()),
    change: ({ put = {}, remove = [] }) =>
      new Promise((resolve) => {
        const copies = structuredClone(Object.entries(put)); // may throw: then nothing is changed
        for (const key of remove) kept.delete(key);
        for (const [key, value] of copies) kept.set(key, value);
        resolve();
      }),
  };
}

/** The part of a store whose keys begin with `prefix`, which its own keys do without. */
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

/** Whether the store took the change. A run goes on even if the disk is full. */
export async function isStored(store: KeyValue, change: Change): Promise<boolean> {
  try {
    await store.change(change);
    return true;
  } catch {
    return false;
  }
}
