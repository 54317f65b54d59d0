/** Graph: what an objective reads from the logits of a chunk of positions, and the gradient that follows from it. */
import { backward } from '../../../autodiff/backward';
import { fromEntries } from '../../../base/records';
import { add, expand, gather, input, mul, reduceSum, scalar } from '../../../graph/build';
import { fuse } from '../../../graph/fuse';
import { graph, type Graph } from '../../../graph/graph';
import type { DType, Value } from '../../../graph/ir';
import type { LlamaConfig } from '../../config';
import { head } from '../../decoder';
import { frozen } from '../../parameters';

/** A few numbers made from the logits of each position. */
export interface Reading {
  readonly index: number;
  /** how many numbers per position */
  readonly columns: number;
  /** the parts of the batch that it needs beside the logits, `width` numbers per position */
  readonly values: readonly { readonly name: string; readonly dtype: DType; readonly width: number }[];
  readonly of: (logits: Value, ...values: Value[]) => Value;
}

export type ReadingName = `reading.${number}`;
export type SlopeName = `slope.${number}`;
export const readingName = (index: number): ReadingName => `reading.${index}`;
export const slopeName = (index: number): SlopeName => `slope.${index}`;

export interface ChunkShape {
  /** N, all positions of the batch */
  readonly positions: number;
  /** n, those of the chunk */
  readonly chunk: number;
  /** Whether the gradient is wanted, for which the slopes are needed. */
  readonly hasGradient: boolean;
}

/**
 * hidden [N, H] (after the last block), at i32 [n] (its rows in this chunk), the values of the readings [n, …] and, for
 * the gradient, slope.i [n, k] → reading.i [n, k], and gradient [n, H] with respect to those rows.
 */
export function readingGraph(
  config: LlamaConfig,
  readings: readonly Reading[],
  { positions, chunk: n, hasGradient }: ChunkShape,
): Graph {
  const hidden = input('hidden', 'f32', [positions, config.hiddenSize]);
  const at = input('at', 'i32', [n]);
  const needed = new Map(readings.flatMap(({ values }) => values.map((value) => [value.name, value])));
  const values = new Map(
    [...needed].map(([name, { dtype, width }]) => [name, input(name, dtype, [n, width])]),
  );
  const rows = gather(hidden, at);
  const logits = head(
    rows,
    config,
    frozen(config, () => null),
  );
  const made = readings.map(({ index, columns, of, values: own }) => ({
    name: readingName(index),
    numbers: of(logits, ...own.flatMap(({ name }) => values.get(name) ?? [])),
    slope: input(slopeName(index), 'f32', [n, columns]),
  }));
  const inputs = { hidden, at, ...fromEntries(values) };
  const outputs = fromEntries(made.map(({ name, numbers }) => [name, numbers]));
  if (!hasGradient) return graph<string, string>(inputs, outputs, fuse);
  const total = made.map(({ numbers, slope }) => reduceSum(mul(numbers, slope), [0, 1])).reduce(add);
  const [gradient = expand(scalar(0), rows.shape)] = backward(total, [rows]);
  const slopes = fromEntries(made.map(({ slope }) => [slope.name, slope]));
  return graph<string, string>({ ...inputs, ...slopes }, { ...outputs, gradient }, fuse);
}
