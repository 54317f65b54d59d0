/** Object.keys, entries and fromEntries that keep the type of the keys, which the built-in types lose. */

/** The keys of a record that has no others than those of its type. */
export function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(record) as K[];
}

/** The entries of a record that has no keys besides those of its type. */
export function entriesOf<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries<V>(record) as [K, V][];
}

/** The record with these entries; the caller must give one for every key of `K`. */
export function fromEntries<K extends string, V>(entries: Iterable<readonly [K, V]>): Record<K, V> {
  return Object.fromEntries(entries) as Record<K, V>;
}

/** The record with each value replaced by one of its properties. */
export function pluck<
  K extends string,
  const R extends Readonly<Record<string, Readonly<Record<K, unknown>>>>,
>(record: R, key: K): { readonly [N in keyof R]: R[N][K] } {
  const entries = Object.entries(record).map(([name, value]) => [name, value[key]]);
  return Object.fromEntries(entries) as { readonly [N in keyof R]: R[N][K] };
}
