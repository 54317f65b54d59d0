/**
 * Tables with a row for each token, which are the embedding and the head [V, H]: the largest weights of a small model. Where
 * one would not fit into a buffer of the device, it is stored in parts of some rows each.
 */
import {
  add,
  concat,
  constant,
  gather,
  greater,
  matMul,
  reshape,
  transposeLast,
  where,
} from '../graph/build';
import type { Value } from '../graph/ir';
import type { LlamaConfig } from './config';
import { EMBEDDING, HEAD } from './weights';

export const isTable = (name: string): boolean => name === EMBEDDING || name === HEAD;

/** Rows start … end−1 of a table, under a name of their own. */
export interface TablePart {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The parts in which a table is stored, in order; the table itself if it is one part. */
export function tableParts(
  { vocabSize: V, tableRows }: Pick<LlamaConfig, 'vocabSize' | 'tableRows'>,
  name: string,
): TablePart[] {
  if (tableRows === null) return [{ name, start: 0, end: V }];
  return Array.from({ length: Math.ceil(V / tableRows) }, (_, i) => {
    const start = i * tableRows;
    return { name: `${name}.rows.${start}`, start, end: Math.min(start + tableRows, V) };
  });
}

/** The rows of ids i32 [B, T], [B, T, H], from the parts of a table. */
export function rowsOf([first, ...others]: readonly Value[], ids: Value): Value {
  if (!first) throw new RangeError('expected a table');
  if (others.length === 0) return gather(first, ids);
  const column = reshape(ids, [...ids.shape, 1]);
  let end = first.shape[0] ?? 0;
  let found = gather(first, where(greater(whole(end), ids), ids, whole(0)));
  for (const part of others) {
    const start = end;
    end += part.shape[0] ?? 0;
    const fromStart = where(greater(ids, whole(start - 1)), add(ids, whole(-start)), whole(0));
    const rows = gather(part, where(greater(whole(end), ids), fromStart, whole(0)));
    found = where(greater(column, whole(start - 1)), rows, found);
  }
  return found;
}

const whole = (n: number): Value => constant(Int32Array.of(n), []);

/** x [n, H] times each row of the table: [n, V]. */
export function timesRows(x: Value, parts: readonly Value[]): Value {
  const products = parts.map((part) => matMul(x, transposeLast(part)));
  const [only] = products;
  return only && products.length === 1 ? only : concat(products, 1);
}
