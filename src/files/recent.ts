/**
 * The values of recently used keys, in two generations: what is used moves to the young one, and when that is full, the
 * old one is dropped. A use costs a look-up; to move a key to the end of one long Map at each use costs thirty times as
 * much.
 */

export class Recent<V> {
  #young = new Map<string, V>();
  #old = new Map<string, V>();

  /** `most`: keys of a generation */
  constructor(private readonly most: number) {}

  get(key: string): V | undefined {
    const value = this.#young.get(key);
    if (value !== undefined) return value;
    const older = this.#old.get(key);
    if (older !== undefined) this.put(key, older);
    return older;
  }

  put(key: string, value: V): void {
    if (this.#young.size >= this.most) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
  }
}
