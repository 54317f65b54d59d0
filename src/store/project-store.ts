/** The store of one project. */
import { within, type KeyValue } from './key-value';
import { folder } from './projects';

/** A project as this tab has it open. */
export interface Place {
  readonly project: string;
  /** another tab has it open, so nothing may be written */
  readonly isReadOnly: boolean;
}

export function projectStore(all: KeyValue, { project, isReadOnly }: Place): KeyValue {
  const store = within(all, folder(project));
  if (!isReadOnly) return store;
  return { ...store, change: () => Promise.reject(new Error('the project is open elsewhere')) };
}

/** The store of the project that `place` returns, looked up at each use. */
export function storeOfPlace(all: KeyValue, place: () => Place): KeyValue {
  return {
    get: (key) => projectStore(all, place()).get(key),
    keys: (prefix) => projectStore(all, place()).keys(prefix),
    change: (change) => projectStore(all, place()).change(change),
  };
}
