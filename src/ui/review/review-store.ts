/** Storage of reviews between visits. Injected: a database on the page, a Map in tests. */
import { within, type KeyValue } from '../../store/key-value';

/** Stores reviews in a store that holds other data too. */
export function reviewStore(store: KeyValue): KeyValue {
  return within(store, 'review/');
}
