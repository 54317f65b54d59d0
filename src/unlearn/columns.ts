/** Numbers of many blocks as columns of a file: concatenated when written, and read block by block. */
import type { Container, StoredTensor } from '../files/tensor-container';
import type { StoredType } from '../files/tensor-header';

/** Throws an error that says what was expected and what was found. */
export type Refuse = (expected: string, got: string) => never;

/** Whole numbers, in two bytes each if all fit, else in four. */
export function wholeColumn(parts: readonly Iterable<number>[], width = 1): StoredTensor {
  const all = parts.flatMap((part) => [...part]);
  const shape = width === 1 ? [all.length] : [all.length / width, width];
  const fits = all.every((x) => x >= 0 && x < 2 ** 16);
  return fits
    ? { dtype: 'U16', shape, data: Uint16Array.from(all) }
    : { dtype: 'I32', shape, data: Int32Array.from(all) };
}

export function floatColumn(parts: readonly Float32Array[], width = 1): StoredTensor {
  const data = Float32Array.from(parts.flatMap((part) => [...part]));
  return { dtype: 'F32', shape: width === 1 ? [data.length] : [data.length / width, width], data };
}

export function doubleColumn(parts: readonly Float64Array[]): StoredTensor {
  const data = Float64Array.from(parts.flatMap((part) => [...part]));
  return { dtype: 'F64', shape: [data.length], data };
}

/** Reads columns from start to end. */
export class ColumnReader {
  readonly #at = new Map<string, number>();

  constructor(
    private readonly tensors: Container['tensors'],
    private readonly refuse: Refuse,
  ) {}

  /** The next `n` whole numbers, each at least `least` and below `end`. */
  whole(name: string, n: number, end: number, least = 0): Int32Array {
    const numbers = Int32Array.from(this.#take(name, n, ['U16', 'I32']));
    const wrong = numbers.find((x) => x < least || x >= end);
    if (wrong !== undefined) this.refuse(`numbers from ${least} to ${end - 1} in "${name}"`, String(wrong));
    return numbers;
  }

  floats(name: string, n: number): Float32Array {
    return Float32Array.from(this.#finite(name, this.#take(name, n, ['F32'])));
  }

  doubles(name: string, n: number): Float64Array {
    return Float64Array.from(this.#finite(name, this.#take(name, n, ['F64'])));
  }

  has(name: string): boolean {
    return this.tensors.has(name);
  }

  /** Numbers per row of this column. */
  width(name: string): number {
    return this.#column(name).shape[1] ?? 1;
  }

  /** Number of all elements. */
  length(name: string): number {
    return this.#column(name).data.length;
  }

  /** Refuses a file with more numbers than its blocks have. */
  end(): void {
    for (const [name, at] of this.#at)
      if (at !== this.length(name)) this.refuse(`${at} numbers in "${name}"`, String(this.length(name)));
  }

  #column(name: string): StoredTensor {
    return this.tensors.get(name) ?? this.refuse(`a column "${name}"`, 'none');
  }

  #take(name: string, n: number, types: readonly StoredType[]): Iterable<number> {
    const { dtype, data } = this.#column(name);
    if (!types.includes(dtype)) this.refuse(`${types.join(' or ')} for "${name}"`, dtype);
    const from = this.#at.get(name) ?? 0;
    this.#at.set(name, from + n);
    if (from + n > data.length) this.refuse(`at least ${from + n} numbers in "${name}"`, String(data.length));
    return data.subarray(from, from + n);
  }

  #finite(name: string, numbers: Iterable<number>): Iterable<number> {
    const wrong = [...numbers].find((x) => !Number.isFinite(x));
    if (wrong !== undefined) this.refuse(`finite numbers in "${name}"`, String(wrong));
    return numbers;
  }
}
