/** Where reviews are kept between visits. Injected: the page gives a database, a test a Map. */
export interface ReviewStore {
  /** What was saved under a key; undefined if nothing was. */
  load(key: string): Promise<unknown>;
  /** Keeps plain data (what structured cloning can copy) under a key. */
  save(key: string, value: unknown): Promise<void>;
}

/** Keeps reviews as long as the page is open. */
export function memoryStore(): ReviewStore {
  const kept = new Map<string, unknown>();
  return {
    load: (key) => Promise.resolve(kept.get(key)),
    save(key, value) {
      kept.set(key, structuredClone(value));
      return Promise.resolve();
    },
  };
}
