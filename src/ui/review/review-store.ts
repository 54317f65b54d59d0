/** Where reviews are kept between visits. Injected: the page gives a database, a test a Map. */
import { within, type KeyValue } from '../../store/key-value';

export interface ReviewStore {
  /** What was saved under a key; undefined if nothing was. */
  load(key: string): Promise<unknown>;
  /** Keeps plain data (what structured cloning can copy) under a key. */
  save(key: string, value: unknown): Promise<void>;
}

/** Keeps reviews among the other things of a store. */
export function reviewStore(store: KeyValue): ReviewStore {
  const reviews = within(store, 'review/');
  return {
    load: (key) => reviews.get(key),
    save: (key, value) => reviews.change({ put: { [key]: value } }),
  };
}
