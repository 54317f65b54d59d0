/** Sequences of different length as one padded batch. */
import type { HostTensor } from '../runtime/device';
import type { AdapterVariant } from './adapter-bank';

/** Token ids, and the variant that reads them. */
export interface SequenceInput {
  readonly ids: Int32Array;
  readonly variant: AdapterVariant;
}

/** i32 [B, T] with each row padded on the right. @throws RangeError if a row is longer than T */
export function padRows(
  rows: readonly Int32Array[],
  batch: number,
  length: number,
  padding = 0,
): HostTensor & { readonly data: Int32Array } {
  const data = new Int32Array(batch * length).fill(padding);
  rows.forEach((row, b) => {
    if (row.length > length) throw new RangeError(`expected at most ${length} tokens, got ${row.length}`);
    data.set(row, b * length);
  });
  return { shape: [batch, length], data };
}

/** `items` in chunks of at most `n`. */
export function groupsOf<T>(items: readonly T[], n: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / n) }, (_, i) => items.slice(i * n, (i + 1) * n));
}
