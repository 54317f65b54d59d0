/** Where everything of one project is kept. */
import { within, type KeyValue } from './key-value';

/** A project as somebody uses it. */
export interface Place {
  readonly project: string;
  /** somebody else has it, so that nothing may be written */
  readonly isReadOnly: boolean;
}

export function projectStore(all: KeyValue, { project, isReadOnly }: Place): KeyValue {
  const store = within(all, `project/${project}/`);
  if (!isReadOnly) return store;
  return { ...store, change: () => Promise.reject(new Error('the project is open elsewhere')) };
}
