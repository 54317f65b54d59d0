/**
 * Many tensors in one flat vector. Trained parameters and their moments are such vectors, so the optimizer is one
 * expression and not one per matrix. Graphs slice the tensors out of them.
 */
import { size, type Shape } from '../base/shape';
import { concat, reshape, slice } from '../graph/build';
import type { Value } from '../graph/ir';

export interface LayoutEntry {
  readonly shape: Shape;
  /** Where it starts, in elements. */
  readonly offset: number;
}

export interface Layout {
  /** P, elements in all. */
  readonly size: number;
  /** By name, in their order in the vector. */
  readonly parts: ReadonlyMap<string, LayoutEntry>;
}

/** Lays tensors out one after another. */
export function layOut(shapes: Iterable<readonly [string, Shape]>): Layout {
  const parts = new Map<string, LayoutEntry>();
  let offset = 0;
  for (const [name, shape] of shapes) {
    parts.set(name, { shape, offset });
    offset += size(shape);
  }
  return { size: offset, parts };
}

/** The tensors of a flat vector [P], by name; of a bank of rows [B, P], each as [B, ...shape]. */
export function cut(flat: Value, layout: Layout): Map<string, Value> {
  const axis = flat.shape.length - 1;
  const lead = flat.shape.slice(0, axis);
  return new Map(
    [...layout.parts].map(([name, { shape, offset }]) => [
      name,
      reshape(slice(flat, axis, offset, offset + size(shape)), [...lead, ...shape]),
    ]),
  );
}

/** The inverse of `cut`, for one vector [P]. */
export function flatten(tensors: readonly Value[]): Value {
  return concat(
    tensors.map((tensor) => reshape(tensor, [size(tensor.shape)])),
    0,
  );
}

/** The elements of one part, as a view. */
export function view(flat: Float32Array, part: LayoutEntry): Float32Array {
  return flat.subarray(part.offset, part.offset + size(part.shape));
}
