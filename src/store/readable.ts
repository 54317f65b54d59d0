/** What a store keeps of one kind. */
import { v } from '../base/schema';
import type { KeyValue } from './key-value';

/** All values under `prefix` that are as the schema has them; others, for example of another version, are left out. */
export async function readable<const S extends v.GenericSchema>(
  store: Pick<KeyValue, 'keys' | 'get'>,
  prefix: string,
  schema: S,
): Promise<v.InferOutput<S>[]> {
  const keys = await store.keys(prefix);
  const found = await Promise.all(keys.map((key) => store.get(key)));
  return found.flatMap((one) => {
    const read = v.safeParse(schema, one);
    return read.success ? [read.output] : [];
  });
}
