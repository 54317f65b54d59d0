/**
 * Typed builders, one per op. Each checks shapes and types at once, so that the stack trace of an error points to the
 * line with the mistake. Shapes broadcast as in ONNX.
 */
import { dim, sameShape, show, size, type Shape } from '../base/shape';
import { fail } from './errors';
import type {
  ConstantValue,
  Data,
  DType,
  InputValue,
  Node,
  OpAttributes,
  OpName,
  ResultValue,
  Value,
  WeightValue,
} from './ir';
import { opTable } from './ops/table';

/** A value that is fed at every run. */
export const input = (name: string, dtype: DType, shape: Shape): InputValue => ({
  kind: 'input',
  name,
  dtype,
  shape,
});

/** A frozen weight of the model, or a part of one that is stored in fewer bits. */
export const weight = (name: string, shape: Shape, dtype: DType = 'f32'): WeightValue => ({
  kind: 'weight',
  name,
  dtype,
  shape,
});

/** Numbers stored in the graph. */
export function constant(data: Data, shape: Shape): ConstantValue {
  if (data.length !== size(shape)) {
    fail('graph/type', {
      op: 'constant',
      expected: `${size(shape)} numbers for ${show(shape)}`,
      got: String(data.length),
    });
  }
  return { kind: 'constant', dtype: dtypeOf(data), shape, data };
}

/** One f32 number that broadcasts to any shape. */
export const scalar = (x: number): ConstantValue => constant(Float32Array.of(x), []);

function dtypeOf(data: Data): DType {
  if (data instanceof Float32Array) return 'f32';
  if (data instanceof Int32Array) return 'i32';
  if (data instanceof Uint16Array) return 'f16';
  return data instanceof BigInt64Array ? 'i64' : 'bool';
}

/** All results of an op. Prefer the named functions below. */
export function apply<O extends OpName>(
  op: O,
  inputs: readonly Value[],
  attributes: OpAttributes[O],
): ResultValue[] {
  const row = opTable[op];
  const [fewest, most] = row.arity;
  if (inputs.length < fewest || inputs.length > most) {
    fail('graph/type', {
      op,
      expected: `${fewest} to ${most} inputs`,
      got: String(inputs.length),
    });
  }
  const results = row.result(inputs, attributes, op);
  const node: Node<O> = { op, inputs, attributes, results };
  return results.map((type, index) => ({ kind: 'result', node, index, ...type }));
}

function one<O extends OpName>(op: O, inputs: readonly Value[], attributes: OpAttributes[O]): Value {
  const [result] = apply(op, inputs, attributes);
  return result ?? fail('graph/invalid', { problem: `${op} has no result` });
}

export const add = (a: Value, b: Value): Value => one('Add', [a, b], {});
export const sub = (a: Value, b: Value): Value => one('Sub', [a, b], {});
export const mul = (a: Value, b: Value): Value => one('Mul', [a, b], {});
export const div = (a: Value, b: Value): Value => one('Div', [a, b], {});
export const min = (a: Value, b: Value): Value => one('Min', [a, b], {});
/** a > b, as bool. */
export const greater = (a: Value, b: Value): Value => one('Greater', [a, b], {});
export const equal = (a: Value, b: Value): Value => one('Equal', [a, b], {});
/** Elements of `yes` where `condition` (bool) is true, else of `no`. */
export const where = (condition: Value, yes: Value, no: Value): Value =>
  one('Where', [condition, yes, no], {});
export const neg = (x: Value): Value => one('Neg', [x], {});
export const exp = (x: Value): Value => one('Exp', [x], {});
export const sqrt = (x: Value): Value => one('Sqrt', [x], {});
export const relu = (x: Value): Value => one('Relu', [x], {});
export const sigmoid = (x: Value): Value => one('Sigmoid', [x], {});
/** x σ(x) (arXiv 1702.03118). */
export const silu = (x: Value): Value => one('Silu', [x], {});
export const cast = (x: Value, to: DType): Value => (x.dtype === to ? x : one('Cast', [x], { to }));

/** Sum over `axes`, which are kept with size 1; likewise the next four. */
export const reduceSum = (x: Value, axes: readonly number[]): Value => one('ReduceSum', [x], { axes });
export const reduceMean = (x: Value, axes: readonly number[]): Value => one('ReduceMean', [x], { axes });
export const reduceMax = (x: Value, axes: readonly number[]): Value => one('ReduceMax', [x], { axes });
export const reduceLogSumExp = (x: Value, axes: readonly number[]): Value =>
  one('ReduceLogSumExp', [x], { axes });
/** Softmax along one axis. */
export const softmax = (x: Value, axis: number): Value => one('Softmax', [x], { axis });

/** The k largest along the last axis, largest first: values f32 and indices i64 [..., k]. */
export function topK(x: Value, k: number): { values: Value; indices: Value } {
  const [values, indices] = apply('TopK', [x], { k });
  if (!values || !indices) return fail('graph/invalid', { problem: 'TopK must have two results' });
  return { values, indices };
}

/** The same elements in another shape (row-major). */
export const reshape = (x: Value, shape: Shape): Value =>
  sameShape(x.shape, shape) ? x : one('Reshape', [x], { shape });
/** Axis i of the result is axis perm[i] of x. */
export const transpose = (x: Value, perm: readonly number[]): Value => one('Transpose', [x], { perm });
/** x repeated to `shape`. */
export const expand = (x: Value, shape: Shape): Value =>
  sameShape(x.shape, shape) ? x : one('Expand', [x], { shape });
/** x[start … end−1] along one axis. */
export const slice = (x: Value, axis: number, start: number, end: number): Value =>
  start === 0 && end === dim(x.shape, axis) ? x : one('Slice', [x], { axis, start, end });
/** x cut along one axis into parts of these sizes. */
export const split = (x: Value, axis: number, sizes: readonly number[]): readonly Value[] =>
  sizes.length === 1 ? [x] : apply('Split', [x], { axis, sizes });
export const concat = (xs: readonly Value[], axis: number): Value => one('Concat', xs, { axis });
/** Rows of `table` by i32 index: [ids…, table.shape[1…]]. */
export const gather = (table: Value, ids: Value): Value => one('Gather', [table, ids], {});
/**
 * Rows of a quantised table by i32 index, as f32 [ids, blocks, 32]: codes u8 [rows, blocks, 4 · bits], scales f32
 * [rows, blocks, 1].
 */
export const gatherBlockQuantized = (
  codes: Value,
  ids: Value,
  scales: Value,
  bits: OpAttributes['GatherBlockQuantized']['bits'],
): Value => one('GatherBlockQuantized', [codes, ids, scales], { bits });
export const gatherElements = (x: Value, ids: Value, axis: number): Value =>
  one('GatherElements', [x, ids], { axis });
/** x with `updates` added at `ids` along `axis`. */
export const scatterAdd = (x: Value, ids: Value, updates: Value, axis: number): Value =>
  one('ScatterElements', [x, ids, updates], { axis });

/** Σ a b along the last axis, [..., n, 1], for a and b [..., n, k]: one product for each row. */
export function rowDot(a: Value, b: Value): Value {
  const rows = a.shape.slice(0, -1);
  const k = a.shape.at(-1) ?? 0;
  return reshape(matMul(reshape(a, [...rows, 1, k]), reshape(b, [...rows, k, 1])), [...rows, 1]);
}

/** Matrix product over the last two axes; leading axes broadcast. */
export const matMul = (a: Value, b: Value): Value => one('MatMul', [a, b], {});
/** x with its last two axes swapped. */
export function transposeLast(x: Value): Value {
  const rank = x.shape.length;
  const perm = x.shape.map((_, axis) => axis);
  return transpose(x, [...perm.slice(0, -2), rank - 1, rank - 2]);
}

/** Root-mean-square normalisation over the last axis; `gain` [features]. */
export const rmsNorm = (x: Value, gain: Value, epsilon: number): Value =>
  one('RmsNorm', [x, gain], { epsilon });
/** Rotates x [B, T, heads · d] by positions i64 [B, T] with tables cos, sin [P, d/2]. */
export const rotaryEmbedding = (x: Value, positions: Value, cos: Value, sin: Value, heads: number): Value =>
  one('RotaryEmbedding', [x, positions, cos, sin], { heads });

/**
 * Attention of one new token per row to those before it, which are cached. All heads at once: queries [B, 1, heads · d], keys
 * and values [B, 1, kvHeads · d], and caches [B, kvHeads, S, d]; `positions` i32 [B], where each token is stored and the last
 * that it attends to. Queries and keys are rotated with cos, sin [S, d/2], and scores divided by √d.
 */
export function groupQueryAttention(
  fresh: { readonly queries: Value; readonly keys: Value; readonly values: Value },
  cached: { readonly keys: Value; readonly values: Value },
  positions: Value,
  { cos, sin }: { readonly cos: Value; readonly sin: Value },
  attributes: OpAttributes['GroupQueryAttention'],
): { readonly mixed: Value; readonly keys: Value; readonly values: Value } {
  const room = constant(Int32Array.of(dim(cached.keys.shape, 2)), [1]);
  const inputs = [fresh.queries, fresh.keys, fresh.values, cached.keys, cached.values, positions, room];
  const [mixed, keys, values] = apply('GroupQueryAttention', [...inputs, cos, sin], attributes);
  if (!mixed || !keys || !values) throw new RangeError('expected three results');
  return { mixed, keys, values };
}
