/**
 * Fewer, faster nodes with the same meaning. Formulas elsewhere stay as in the textbooks; only this file trades clarity
 * for speed. For matrices:
 *
 *   MatMul(a, b)                    → Gemm(a, b)
 *   … with Transpose(a) or (b)      → Gemm with transA or transB: no transposed copy
 *   Mul(Gemm, number)               → Gemm with alpha
 *   MatMul(Mul(a, number), b)       → Gemm with alpha, for a or b
 *   Add(Gemm, c)                    → Gemm with the addend c
 *   Add(x, Scatter into zeros)      → Scatter into x
 *   Add(Gemm with Gemm as c, d)     → the inner Gemm gets the addend d
 *   Transpose(Gemm(a, b))           → Gemm with a and b swapped and transposed
 *   Reshape(Reshape(x))             → Reshape(x), or x where the shape does not change
 *   Transpose(Transpose(x))         → one Transpose, or none
 *   Transpose that moves no number  → Reshape
 *   Mul(Expand(x), b)               → Mul(x, b), where b has that shape anyway
 *   Neg(constant)                   → a constant
 *   (g u) (σ + y (1 − σ))           → g (h + σ (u − h)), see gated.ts
 */
import { broadcast, dim, sameShape } from '../base/shape';
import { apply, constant, mul, reshape, transpose } from './build';
import { gatedGradient } from './gated';
import type { Node, OpName, ResultValue, Value } from './ir';
import { rewrite } from './rewrite';
import { splitSlices } from './split';

/** The named values after applying the patterns above everywhere. */
export function fuse<O extends string>(outputs: ReadonlyMap<O, Value>): Map<O, Value> {
  /** Addends that no other node uses: what is added to their Gemm may be added to them instead. */
  const own = new Set<Value>();
  /** y u of every y = Silu(x), by y */
  const products = new Map<Value, Value>();
  return rewrite(splitSlices(outputs), (node, inputs, usedOnce) => {
    const [a, b] = inputs;
    if (a && isOp(node, 'Reshape')) return [fuseReshape(a, node)];
    if (a && node.op === 'Neg') return negated(a);
    if (a && isOp(node, 'Transpose')) return (usedOnce(0) ? turned(a) : null) ?? [fuseTranspose(a, node)];
    if (!a || !b) return null;
    if (node.op === 'MatMul' && a.shape.length === 2 && b.shape.length === 2)
      return toGemm(usedOnce(0) ? timesNumber(a) : [a, 1], usedOnce(1) ? timesNumber(b) : [b, 1]);
    if (node.op === 'Mul')
      return (
        (usedOnce(0) ? scaled(a, b) : null) ??
        (usedOnce(1) ? scaled(b, a) : null) ??
        unexpanded(a, b) ??
        unexpanded(b, a) ??
        gated(a, b, usedOnce(0), products)
      );
    if (node.op !== 'Add') return null;
    const scatter = (usedOnce(1) ? scattered(a, b) : null) ?? (usedOnce(0) ? scattered(b, a) : null);
    if (scatter) return scatter;
    const intoA = usedOnce(0) ? added(a, b, own) : null;
    if (intoA && usedOnce(1)) own.add(b);
    const intoB = !intoA && usedOnce(1) ? added(b, a, own) : null;
    if (intoB && usedOnce(0)) own.add(a);
    return intoA ?? intoB;
  });
}

function isOp<O extends OpName>(node: Node, op: O): node is Node<O> {
  return node.op === op;
}

/** The node that computes `value`, if its op is `op`. */
function madeBy<O extends OpName>(value: Value | undefined, op: O): Node<O> | null {
  return value?.kind === 'result' && isOp(value.node, op) ? value.node : null;
}

function fuseReshape(x: Value, node: Node<'Reshape'>): Value {
  return reshape(madeBy(x, 'Reshape')?.inputs[0] ?? x, node.attributes.shape);
}

function fuseTranspose(x: Value, node: Node<'Transpose'>): Value {
  const before = madeBy(x, 'Transpose');
  const perm = node.attributes.perm.map((axis) => before?.attributes.perm[axis] ?? axis);
  const source = before?.inputs[0] ?? x;
  if (perm.every((axis, i) => axis === i)) return source;
  const moved = perm.filter((axis) => dim(source.shape, axis) > 1);
  const isOrdered = moved.every((axis, i) => i === 0 || axis > (moved[i - 1] ?? axis));
  return isOrdered ? flat(source, node) : transpose(source, perm);
}

/** `x` in the shape of the node’s result. */
function flat(x: Value, { results }: Node): Value {
  return reshape(madeBy(x, 'Reshape')?.inputs[0] ?? x, results[0]?.shape ?? x.shape);
}

/** (A'B')ᵀ = B'ᵀA'ᵀ */
function turned(product: Value): ResultValue[] | null {
  const gemm = madeBy(product, 'Gemm');
  const [a, b, c] = gemm?.inputs ?? [];
  if (!gemm || !a || !b || c) return null;
  const { transA, transB, alpha } = gemm.attributes;
  return apply('Gemm', [b, a], { transA: !transB, transB: !transA, alpha });
}

function toGemm([a, m]: Multiple, [b, n]: Multiple): ResultValue[] {
  const [left, right] = [madeBy(a, 'Transpose')?.inputs[0], madeBy(b, 'Transpose')?.inputs[0]];
  const attributes = { transA: left !== undefined, transB: right !== undefined, alpha: m * n };
  return apply('Gemm', [left ?? a, right ?? b], attributes);
}

/** A value times a number. */
type Multiple = readonly [value: Value, number: number];

/** `x` as a multiple of another value, where it is one. */
function timesNumber(x: Value): Multiple {
  const [a, b] = madeBy(x, 'Mul')?.inputs ?? [];
  const [m, n] = [a && numberOf(a), b && numberOf(b)];
  if (a && typeof n === 'number') return [a, n];
  return b && typeof m === 'number' ? [b, m] : [x, 1];
}

/** The number that a constant without axes holds. */
function numberOf(value: Value): number | null {
  return value.kind === 'constant' && value.shape.length === 0 ? Number(value.data[0]) : null;
}

function scaled(product: Value, factor: Value): ResultValue[] | null {
  const gemm = madeBy(product, 'Gemm');
  const number = numberOf(factor);
  if (!gemm || gemm.inputs.length > 2 || number === null) return null;
  return apply('Gemm', gemm.inputs, { ...gemm.attributes, alpha: gemm.attributes.alpha * number });
}

/** A gated product, which it keeps in `products`, or the gradient of one. */
function gated(a: Value, b: Value, isLast: boolean, products: Map<Value, Value>): Value[] | null {
  if (madeBy(a, 'Silu') && !madeBy(b, 'Sub')) {
    const product = mul(a, b);
    products.set(a, product);
    return [product];
  }
  const gradient = isLast ? gatedGradient(a, b, products) : null;
  return gradient ? [gradient] : null;
}

/** x times what is expanded to its shape: the product does that itself. */
function unexpanded(expanded: Value, x: Value): Value[] | null {
  const source = madeBy(expanded, 'Expand')?.inputs[0];
  return source && sameShape(x.shape, expanded.shape) ? [mul(source, x)] : null;
}

function negated(x: Value): Value[] | null {
  return x.kind === 'constant' && x.data instanceof Float32Array
    ? [
        constant(
          x.data.map((number) => -number),
          x.shape,
        ),
      ]
    : null;
}

/** x + Scatter into zeros → Scatter into x */
function scattered(x: Value, addend: Value): ResultValue[] | null {
  const scatter = madeBy(addend, 'ScatterElements');
  const [into, ids, updates] = scatter?.inputs ?? [];
  const zero = madeBy(into, 'Expand')?.inputs[0];
  const isZero = zero?.kind === 'constant' && zero.data.every((number) => Number(number) === 0);
  if (!scatter || !ids || !updates || !isZero || !sameShape(x.shape, addend.shape)) return null;
  return apply('ScatterElements', [x, ids, updates], scatter.attributes);
}

function added(product: Value, addend: Value, own: Set<Value>): ResultValue[] | null {
  const gemm = madeBy(product, 'Gemm');
  const fits = sameShape(broadcast(product.shape, addend.shape) ?? [], product.shape);
  if (!gemm || !fits) return null;
  const [a, b, c] = gemm.inputs;
  if (!a || !b) return null;
  const sum = c ? own.has(c) && added(c, addend, own) : [addend];
  if (!sum) return null;
  for (const value of c ? sum : []) own.add(value);
  return apply('Gemm', [a, b, ...sum], gemm.attributes);
}
