/** Shapes: sizes of tensors, broadcasting and strides. All axes are counted from 0. */

/** Sizes along each axis; `[]` is a scalar. */
export type Shape = readonly number[];

/** Number of elements. */
export function size(shape: Shape): number {
  return shape.reduce((product, n) => product * n, 1);
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((n, axis) => n === b[axis]);
}

/** Size along an axis. @throws RangeError if the shape has no such axis. */
export function dim(shape: Shape, axis: number): number {
  const n = shape[axis];
  if (n === undefined) throw new RangeError(`expected axis ${axis} in ${show(shape)}`);
  return n;
}

/** `[2, 8]` as text. */
export function show(shape: Shape): string {
  return `[${shape.join(', ')}]`;
}

/** The shape of an elementwise result (ONNX multidirectional broadcasting); null if the shapes do not broadcast. */
export function broadcast(a: Shape, b: Shape): Shape | null {
  const rank = Math.max(a.length, b.length);
  const out: number[] = [];
  for (let axis = 0; axis < rank; axis++) {
    const m = a[axis - rank + a.length] ?? 1;
    const n = b[axis - rank + b.length] ?? 1;
    if (m !== n && m !== 1 && n !== 1) return null;
    out.push(m === 1 ? n : m);
  }
  return out;
}

/** Row-major strides, in elements. */
export function strides(shape: Shape): number[] {
  const out = new Array<number>(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis--) {
    out[axis] = (out[axis + 1] ?? 1) * dim(shape, axis + 1);
  }
  return out;
}

/** Strides that read `from` as if broadcast to `to`: 0 along every broadcast axis. */
export function broadcastStrides(from: Shape, to: Shape): number[] {
  const own = strides(from);
  const lead = to.length - from.length;
  return to.map((_, axis) => (axis < lead || from[axis - lead] === 1 ? 0 : (own[axis - lead] ?? 0)));
}

/** `shape` with the size along `axis` replaced. */
export function withDim(shape: Shape, axis: number, n: number): Shape {
  return shape.map((old, i) => (i === axis ? n : old));
}
