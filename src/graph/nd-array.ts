/** Plain float64 arrays with a shape, for the reference in interpret.ts. Slow and simple. */
import { broadcastStrides, size, strides, type Shape } from '../base/shape';

export interface NdArray {
  readonly shape: Shape;
  readonly data: Float64Array;
}

/** An array whose element at each index (one number per axis) is `element(index)`. */
export function fromIndices(shape: Shape, element: (index: readonly number[]) => number): NdArray {
  const data = new Float64Array(size(shape));
  const index = new Array<number>(shape.length).fill(0);
  for (let flat = 0; flat < data.length; flat++) {
    data[flat] = element(index);
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const next = (index[axis] ?? 0) + 1;
      index[axis] = next === shape[axis] ? 0 : next;
      if (next !== shape[axis]) break;
    }
  }
  return { shape, data };
}

/** Reads `array` by index. */
export function reader(array: NdArray): (index: readonly number[]) => number {
  return stridedReader(array, strides(array.shape));
}

/** Reads `array` as if broadcast to `shape`. */
export function broadcastReader(array: NdArray, shape: Shape): (index: readonly number[]) => number {
  return stridedReader(array, broadcastStrides(array.shape, shape));
}

function stridedReader(array: NdArray, step: readonly number[]) {
  return (index: readonly number[]): number => {
    let flat = 0;
    for (let axis = 0; axis < index.length; axis++) flat += (index[axis] ?? 0) * (step[axis] ?? 0);
    return array.data[flat] ?? Number.NaN;
  };
}

/** Calls `fold` with all values along `axes`, once for each index of the other axes. */
export function reduce(
  array: NdArray,
  axes: readonly number[],
  fold: (run: readonly number[]) => number,
): NdArray {
  const at = reader(array);
  const kept = array.shape.map((n, axis) => (axes.includes(axis) ? 1 : n));
  const inner = array.shape.map((n, axis) => (axes.includes(axis) ? n : 1));
  return fromIndices(kept, (outer) => {
    const run: number[] = [];
    fromIndices(inner, (offset) => {
      run.push(at(outer.map((i, axis) => i + (offset[axis] ?? 0))));
      return 0;
    });
    return fold(run);
  });
}
