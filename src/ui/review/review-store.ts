/** Storage of reviews between visits. Injected: a database on the page, a Map in tests. */
import { within, type KeyValue } from '../../store/key-value';

export interface ReviewStore {
  /** The value saved under a key; undefined if none. */
  load(key: string): Promise<unknown>;
  /** Saves a structured-cloneable value under a key. */
  save(key: string, value: unknown): Promise<void>;
}

/** Saves reviews in a store that holds other data too. */
export function reviewStore(store: KeyValue): ReviewStore {
  const reviews = within(store, 'review/');
  return {
    load: (key) => reviews.get(key),
    save: (key, value) => reviews.change({ put: { [key]: value } }),
  };
}
