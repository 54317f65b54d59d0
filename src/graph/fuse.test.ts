import { describe, expect, test } from 'vitest';
import { prng } from '../base/prng';
import {
  add,
  constant,
  exp,
  expand,
  input,
  matMul,
  mul,
  neg,
  reshape,
  scalar,
  scatterAdd,
  sigmoid,
  silu,
  sub,
  transpose,
  transposeLast,
} from './build';
import { fuse } from './fuse';
import { graph } from './graph';
import { interpret } from './interpret';
import type { Value } from './ir';
import { fromIndices } from './nd-array';

const a = input('a', 'f32', [2, 3]);
const b = input('b', 'f32', [3, 4]);
const c = input('c', 'f32', [2, 4]);

/** The ops after fusing; checks that the numbers stay the same. */
function fused(y: Value): string[] {
  const [plain, fast] = [graph({ a, b, c }, { y }), graph({ a, b, c }, { y }, fuse)];
  const random = prng(1);
  const feed = (value: Value) => fromIndices(value.shape, () => random.normal());
  const feeds = { a: feed(a), b: feed(b), c: feed(c) };
  const [expected, got] = [interpret(plain, feeds).get('y'), interpret(fast, feeds).get('y')];
  expect(got?.shape).toEqual(expected?.shape);
  got?.data.forEach((x, i) => {
    expect(x).toBeCloseTo(expected?.data[i] ?? Number.NaN, 10);
  });
  return fast.nodes.map(({ op }) => op);
}

describe('fusing', () => {
  test('takes transposes, a factor and an addend into one Gemm', () => {
    const left = transposeLast(transpose(a, [1, 0]));
    expect(fused(add(c, mul(matMul(left, b), scalar(3))))).toEqual(['Gemm']);
    expect(fused(matMul(transposeLast(b), transposeLast(a)))).toEqual(['Gemm']);
    expect(fused(transposeLast(matMul(a, b)))).toEqual(['Gemm']);
  });

  test('takes a number that a factor is multiplied by into Gemm, unless the multiple has another user', () => {
    expect(fused(matMul(mul(a, scalar(3)), mul(scalar(2), b)))).toEqual(['Gemm']);
    const twice = mul(c, scalar(2));
    expect(fused(mul(matMul(transposeLast(twice), twice), scalar(5)))).toEqual(['Mul', 'Gemm']);
  });

  test('sums several products without Add', () => {
    const product = (factor: number) => mul(matMul(a, b), scalar(factor));
    const sum = add(
      add(add(matMul(a, mul(b, b)), matMul(mul(a, a), b)), matMul(mul(a, scalar(2)), mul(b, b))),
      c,
    );
    expect(fused(sum).filter((op) => op === 'Add')).toEqual([]);
    expect(fused(add(product(2), product(3)))).toContain('Gemm');
  });

  test('leaves a product alone that has another user', () => {
    const product = matMul(a, b);
    expect(fused(mul(add(product, c), product))).toEqual(['Gemm', 'Add', 'Mul']);
  });

  test('scatters into a sum and not into zeros', () => {
    const ids = constant(Int32Array.of(2, 0), [2, 1]);
    const zeros = expand(scalar(0), [2, 4]);
    const updates = constant(Float32Array.of(5, 7), [2, 1]);
    expect(fused(add(mul(c, c), scatterAdd(zeros, ids, updates, 1)))).toEqual(['Mul', 'ScatterElements']);
  });

  test('multiplies by what would be expanded, and negates numbers that it knows', () => {
    const row = reshape(mul(a, a), [6, 1]);
    const column = expand(row, [6, 4]);
    expect(fused(mul(column, expand(scalar(2), [6, 4])))).toEqual(['Mul', 'Reshape', 'Expand', 'Mul']);
    expect(fused(mul(c, expand(scalar(2), [2, 4])))).toEqual(['Mul']);
    expect(fused(mul(c, expand(scalar(2), [1, 4])))).toEqual(['Expand', 'Mul']);
    expect(fused(mul(c, neg(constant(Float32Array.of(1, 2, 3, 4), [4]))))).toEqual(['Mul']);
  });

  test('takes the gradient of a gated product from the product', () => {
    const [x, up] = [c, mul(c, c)];
    const [y, s] = [silu(x), sigmoid(x)];
    const product = mul(y, up);
    const gradient = (of: Value) => mul(mul(exp(product), of), add(s, mul(y, sub(scalar(1), s))));
    const known = ['Silu', 'Mul', 'Mul', 'Exp', 'Sigmoid'];
    expect(fused(gradient(up))).toEqual([...known, 'Sub', 'Mul', 'Add', 'Mul']);
    expect(fused(gradient(x))).toEqual([...known.slice(0, 4), 'Mul', 'Sigmoid', 'Sub', 'Mul', 'Add', 'Mul']);
  });

  test('drops reshapes and transposes that undo each other', () => {
    expect(fused(reshape(reshape(c, [8]), [2, 4]))).toEqual([]);
    expect(fused(transpose(transpose(c, [1, 0]), [1, 0]))).toEqual([]);
    expect(fused(reshape(reshape(c, [8]), [4, 2]))).toEqual(['Reshape']);
  });

  test('reshapes in place of a transpose that moves no number', () => {
    const row = (...shape: number[]): Value => reshape(c, shape);
    expect(fused(transpose(row(1, 1, 2, 4), [0, 2, 1, 3]))).toEqual(['Reshape']);
    expect(fused(reshape(transpose(row(1, 8), [1, 0]), [2, 4]))).toEqual([]);
    expect(fused(transpose(row(2, 1, 4), [1, 2, 0]))).toEqual(['Reshape', 'Transpose']);
  });
});
