/** A cache of one: the last value that was made, under its key. */
export class Latest<V> {
  #kept: { readonly key: string; readonly value: V } | null = null;

  /** The value of `key`: the cached one, or the result of `make`, which replaces it. */
  get(key: string, make: () => V): V {
    if (this.#kept?.key !== key) this.#kept = { key, value: make() };
    return this.#kept.value;
  }
}
