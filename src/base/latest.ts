/** Keeps the last value that was made, under its key. */
export class Latest<V> {
  #kept: { readonly key: string; readonly value: V } | null = null;

  /** The value of `key`: the kept one if it is of this key, else what `make` makes, which is kept from then on. */
  get(key: string, make: () => V): V {
    if (this.#kept?.key !== key) this.#kept = { key, value: make() };
    return this.#kept.value;
  }
}
