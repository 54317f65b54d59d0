/** Of several answers by one annotator about one item, the newest counts. */
import type { Reject } from './rejected';

interface Dated<T> {
  /** null: it could not be read, so that an older one must not take its place. */
  readonly value: T | null;
  /** ISO 8601; null if unknown. */
  readonly at: string | null;
  /** Lists it at its place of the file. */
  readonly reject: Reject;
}

export class Newest<T> {
  readonly #byKey = new Map<string, Dated<T>>();

  /** Without a time on both sides the later in the file is the newer. The older one is listed, if it could be read. */
  add(key: string, dated: Dated<T>): void {
    const other = this.#byKey.get(key);
    const [older, newer] = other && isBefore(dated.at, other.at) ? [dated, other] : [other, dated];
    if (older && older.value !== null) older.reject('superseded');
    this.#byKey.set(key, newer);
  }

  values(): T[] {
    return [...this.#byKey.values()].flatMap(({ value }) => (value === null ? [] : [value]));
  }
}

function isBefore(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && Date.parse(a) < Date.parse(b);
}
