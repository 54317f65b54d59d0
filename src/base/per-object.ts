/** `compute` with a memory: once for each object, as long as the object lives. */
export function perObject<K extends object, V>(compute: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (of) => {
    const entry = known.get(of) ?? { value: compute(of) };
    known.set(of, entry);
    return entry.value;
  };
}
