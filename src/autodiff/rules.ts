/**
 * The derivative of every op: g is the gradient of the loss with respect to the op's result y, and
 * each rule gives the gradients with respect to its inputs, as new graph values. A rule may give a
 * gradient in the broadcast shape: backward.ts sums it back in one place. `null` as a rule means
 * "decided: no gradient"; `null` in a list means the same for one input.
 *
 * The table is total: an op without an entry is a type error.
 */
import { dim, size } from '../base/shape';
import * as b from '../graph/build';
import type { OpAttributes, OpName, Value } from '../graph/ir';
import { inputAt } from '../graph/ops/op';

export interface RuleContext<O extends OpName> {
  /** Gradient with respect to y, in y's shape. */
  readonly g: Value;
  /** Gradients with respect to every result of the op, each in its shape: zeros where the loss does not depend on it. */
  readonly all: readonly Value[];
  /** The op's result; of several, one that the loss depends on. */
  readonly y: Value;
  /** The op's inputs by position. */
  readonly at: (position: number) => Value;
  readonly inputs: readonly Value[];
  readonly attributes: OpAttributes[O];
}

type Rule<O extends OpName> = (context: RuleContext<O>) => readonly (Value | null)[];
export type RuleTable = { readonly [O in OpName]: Rule<O> | null };

const zero = b.scalar(0);
const zeros = (shape: readonly number[]): Value => b.expand(zero, shape);

export const rules: RuleTable = {
  // d(a + b) = da + db
  Add: ({ g }) => [g, g],
  // d(a − b) = da − db
  Sub: ({ g }) => [g, b.neg(g)],
  // d(ab) = b da + a db
  Mul: ({ g, at }) => [b.mul(g, at(1)), b.mul(g, at(0))],
  // d(a/b) = da/b − y db/b
  Div: ({ g, y, at }) => [b.div(g, at(1)), b.neg(b.div(b.mul(g, y), at(1)))],
  // d min(a, b) = da where a < b, else db
  Min: ({ g, at }) => {
    const first = b.greater(at(1), at(0));
    return [b.where(first, g, zero), b.where(first, zero, g)];
  },
  Greater: null,
  Equal: null,
  // d(c ? a : b) = c ? da : db
  Where: ({ g, at }) => [null, b.where(at(0), g, zero), b.where(at(0), zero, g)],
  // d(−x) = −dx
  Neg: ({ g }) => [b.neg(g)],
  // d eˣ = eˣ dx
  Exp: ({ g, y }) => [b.mul(g, y)],
  // d ln x = dx / x
  Log: ({ g, at }) => [b.div(g, at(0))],
  // d √x = dx / (2 √x)
  Sqrt: ({ g, y }) => [b.div(g, b.mul(y, b.scalar(2)))],
  // d relu(x) = dx where x > 0, else 0
  Relu: ({ g, at }) => [b.where(b.greater(at(0), zero), g, zero)],
  // d σ = σ (1 − σ) dx
  Sigmoid: ({ g, y }) => [b.mul(g, b.mul(y, b.sub(b.scalar(1), y)))],
  // d (x σ(x)) = σ (1 + x (1 − σ)) dx = (σ + y (1 − σ)) dx
  Silu: ({ g, y, at }) => {
    const s = b.sigmoid(at(0));
    return [b.mul(g, b.add(s, b.mul(y, b.sub(b.scalar(1), s))))];
  },
  Cast: null,
  // d Σx = Σ dx
  ReduceSum: ({ g, at }) => [b.expand(g, at(0).shape)],
  // d mean(x) = Σ dx / n
  ReduceMean: ({ g, at, attributes }) => {
    const n = attributes.axes.reduce((product, axis) => product * dim(at(0).shape, axis), 1);
    return [b.expand(b.mul(g, b.scalar(1 / n)), at(0).shape)];
  },
  // d max(x) = dx at the largest, shared equally between ties
  ReduceMax: ({ g, y, at, attributes }) => {
    const isTop = b.cast(b.equal(at(0), y), 'f32');
    return [b.mul(isTop, b.div(g, b.reduceSum(isTop, attributes.axes)))];
  },
  // d ln Σeˣ = softmax(x) dx
  ReduceLogSumExp: ({ g, y, at }) => [b.mul(g, b.exp(b.sub(at(0), y)))],
  // d softmax = y (dx − Σ y dx)
  Softmax: ({ g, y, attributes }) => [b.mul(y, b.sub(g, b.reduceSum(b.mul(g, y), [attributes.axis])))],
  TopK: null,
  Reshape: ({ g, at }) => [b.reshape(g, at(0).shape)],
  // the inverse permutation
  Transpose: ({ g, attributes: { perm } }) => [
    b.transpose(
      g,
      perm.map((_, axis) => perm.indexOf(axis)),
    ),
  ],
  // repeated numbers: backward.ts sums over them
  Expand: ({ g }) => [g],
  // zeros around the gradient
  Slice: ({ g, at, attributes: { axis, start, end } }) => {
    const { shape } = at(0);
    const gap = (n: number): Value[] => (n === 0 ? [] : [zeros(shape.map((m, i) => (i === axis ? n : m)))]);
    return [b.concat([...gap(start), g, ...gap(dim(shape, axis) - end)], axis)];
  },
  // the gradients of the parts, one after another
  Split: ({ all, attributes: { axis } }) => [b.concat(all, axis)],
  // each input gets its own part
  Concat: ({ g, inputs, attributes: { axis } }) => {
    let start = 0;
    return inputs.map((x) => {
      const part = b.slice(g, axis, start, start + dim(x.shape, axis));
      start += dim(x.shape, axis);
      return part;
    });
  },
  // rows of g, added to the rows that were read
  Gather: ({ g, at }) => {
    const [table, ids] = [at(0), at(1)];
    const rest = table.shape.slice(1);
    const n = ids.shape.reduce((product, m) => product * m, 1);
    const rows = b.expand(b.reshape(ids, [n, ...rest.map(() => 1)]), [n, ...rest]);
    return [b.scatterAdd(zeros(table.shape), rows, b.reshape(g, [n, ...rest]), 0), null];
  },
  GatherBlockQuantized: null,
  GroupQueryAttention: null,
  // g, added to the elements that were read
  GatherElements: ({ g, at, attributes: { axis } }) => [
    b.scatterAdd(zeros(at(0).shape), at(1), g, axis),
    null,
  ],
  // d(x + scatter u) = dx + scatter du
  ScatterElements: ({ g, at, attributes: { axis } }) => [g, null, b.gatherElements(g, at(1), axis)],
  // d(AB) = dA B + A dB
  MatMul: ({ g, at }) => [b.matMul(g, b.transposeLast(at(1))), b.matMul(b.transposeLast(at(0)), g)],
  // d(αA'B' + C) = α dA' B' + α A' dB' + dC
  Gemm: ({ g, at, inputs, attributes: { transA, transB, alpha } }) => {
    const turned = (x: Value, turn: boolean): Value => (turn ? b.transposeLast(x) : x);
    const scaled = b.mul(g, b.scalar(alpha));
    const left = b.matMul(scaled, b.transposeLast(turned(at(1), transB)));
    const right = b.matMul(b.transposeLast(turned(at(0), transA)), scaled);
    return [turned(left, transA), turned(right, transB), ...(inputs.length > 2 ? [g] : [])];
  },
  // with s = √(mean(x²) + ε), z = x / (s √n) and h = g·gain:  dx = (h − z Σ h z) / s,  dgain = Σ g x / s
  RmsNorm: ({ g, at, attributes: { epsilon } }) => {
    const [x, gain] = [at(0), at(1)];
    const n = dim(x.shape, x.shape.length - 1);
    const each = (number: number): Value => b.constant(new Float32Array(n).fill(number), [n]);
    const squares = b.reshape(b.mul(x, x), [size(x.shape) / n, n]);
    const means = b.matMul(squares, b.reshape(each(1 / n), [n, 1]));
    const s = b.reshape(b.sqrt(b.add(means, b.constant(Float32Array.of(epsilon), [1]))), [
      ...x.shape.slice(0, -1),
      1,
    ]);
    const z = b.rmsNorm(x, each(1 / Math.sqrt(n)), epsilon);
    const h = b.mul(g, gain);
    return [b.div(b.sub(h, b.mul(z, b.rowDot(h, z))), s), b.mul(g, b.div(x, s))];
  },
  // the transpose of a rotation is its inverse: sin changes sign
  RotaryEmbedding: ({ g, at, attributes }) => {
    const back = b.rotaryEmbedding(g, at(1), at(2), b.neg(at(3)), attributes.heads);
    return [back, null, null, null];
  },
};

/** Applies the rule of one op. */
export function differentiate<O extends OpName>(
  op: O,
  table: RuleTable,
  context: Omit<RuleContext<O>, 'at'>,
): readonly (Value | null)[] | null {
  const at = (position: number): Value => inputAt(context.inputs, position);
  return table[op]?.({ ...context, at }) ?? null;
}
