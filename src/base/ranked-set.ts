/** A set of positions 0 … n − 1 that knows how many come before one, and which is the k-th: a Fenwick tree, O(log n). */
export class RankedSet {
  readonly #isIn: Uint8Array;
  readonly #counts: Int32Array;
  #size = 0;

  constructor(length: number) {
    this.#isIn = new Uint8Array(length);
    this.#counts = new Int32Array(length + 1);
  }

  get size(): number {
    return this.#size;
  }

  set(position: number, isIn: boolean): void {
    const by = Number(isIn) - (this.#isIn[position] ?? 0);
    if (by === 0 || !(position in this.#isIn)) return;
    this.#isIn[position] = Number(isIn);
    this.#size += by;
    for (let i = position + 1; i < this.#counts.length; i += i & -i)
      this.#counts[i] = (this.#counts[i] ?? 0) + by;
  }

  /** How many positions of the set are less than this one. */
  before(position: number): number {
    let count = 0;
    for (let i = Math.min(position, this.#isIn.length); i > 0; i -= i & -i) count += this.#counts[i] ?? 0;
    return count;
  }

  /** The k-th position of the set, from 0; null if it has no more than k. */
  at(k: number): number | null {
    if (k < 0 || k >= this.#size) return null;
    let [position, rest] = [0, k];
    for (let step = 2 ** Math.floor(Math.log2(this.#isIn.length)); step > 0; step /= 2) {
      const count = this.#counts[position + step];
      if (count === undefined || count > rest) continue;
      position += step;
      rest -= count;
    }
    return position;
  }

  /** The first position of the set after this one, or else its first; null if it is empty. */
  after(position: number): number | null {
    return this.at(this.before(position + 1)) ?? this.at(0);
  }
}
