/** A typed place in a store. What is read is checked, since another version may have written it. */
import { v } from '../base/schema';
import type { Change, KeyValue } from './key-value';

export interface Slot<S extends v.GenericSchema> {
  readonly key: string;
  readonly schema: S;
  /** null if there is no value, or none of this shape */
  read(store: KeyValue): Promise<v.InferOutput<S> | null>;
  /** What `change` needs to put `value` here. */
  put(value: v.InferOutput<S>): NonNullable<Change['put']>;
}

export function slot<const S extends v.GenericSchema>(key: string, schema: S): Slot<S> {
  return {
    key,
    schema,
    async read(store) {
      const result = v.safeParse(schema, await store.get(key));
      return result.success ? result.output : null;
    },
    put: (value) => ({ [key]: value }),
  };
}
