/**
 * An immutable map for many small changes: a change copies only what changed since a large map that all versions share.
 * 256 changes later it becomes a large map of its own, so that a change of a map of n costs 256 + n / 256 on average.
 */
const MOST_CHANGES = 256;

/** Values are never undefined. Iteration is in order of first insertion. */
export class LayeredMap<K, V> implements Iterable<readonly [K, V]> {
  readonly #shared: ReadonlyMap<K, V>;
  /** undefined: removed */
  readonly #changed: ReadonlyMap<K, V | undefined>;
  readonly size: number;

  private constructor(shared: ReadonlyMap<K, V>, changed: ReadonlyMap<K, V | undefined>, size: number) {
    this.#shared = shared;
    this.#changed = changed;
    this.size = size;
  }

  static of<K, V>(entries: Iterable<readonly [K, V]> = []): LayeredMap<K, V> {
    const shared = new Map(entries);
    return new LayeredMap(shared, new Map<K, V>(), shared.size);
  }

  get(key: K): V | undefined {
    return this.#changed.has(key) ? this.#changed.get(key) : this.#shared.get(key);
  }

  /** The map with these values; undefined removes a key. */
  with(changes: Iterable<readonly [K, V | undefined]>): LayeredMap<K, V> {
    const changed = new Map(this.#changed);
    let { size } = this;
    for (const [key, value] of changes) {
      const before = changed.has(key) ? changed.get(key) : this.#shared.get(key);
      size += Number(value !== undefined) - Number(before !== undefined);
      changed.set(key, value);
    }
    const next = new LayeredMap(this.#shared, changed, size);
    return changed.size > MOST_CHANGES ? LayeredMap.of(next) : next;
  }

  *[Symbol.iterator](): Generator<readonly [K, V]> {
    for (const [key, value] of this.#shared) {
      const now = this.#changed.has(key) ? this.#changed.get(key) : value;
      if (now !== undefined) yield [key, now];
    }
    for (const [key, value] of this.#changed)
      if (value !== undefined && !this.#shared.has(key)) yield [key, value];
  }
}
