/** Positions in chunks, so that the logits of all of them are never in memory at a time. */
import type { Model } from './model';

/** n, the positions of each chunk: as few chunks of one size as keep to the model's `chunkBytes`, for N positions. */
export function chunkSize({ config, execution }: Model, N: number): number {
  const most = Math.max(1, Math.floor(execution.chunkBytes / (4 * config.vocabSize)));
  return Math.ceil(N / Math.ceil(N / most));
}

/** The first position of each chunk. */
export function chunkStarts(positions: number, chunk: number): number[] {
  return Array.from({ length: Math.ceil(positions / chunk) }, (_, i) => i * chunk);
}

/** `n` rows of `width` numbers from row `start`, filled up with zeros. */
export function rowsFrom<D extends Float32Array | Int32Array>(
  data: D,
  start: number,
  n: number,
  width: number,
): D {
  const rows = data.slice(start * width, (start + n) * width);
  if (rows.length === n * width) return rows as D;
  const full = data instanceof Float32Array ? new Float32Array(n * width) : new Int32Array(n * width);
  full.set(rows);
  return full as D;
}
