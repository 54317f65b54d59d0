import { expect, test } from 'vitest';
import { prng } from '../base/prng';
import { add, input, mul, reduceSum } from './build';
import { graph } from './graph';
import { interpret } from './interpret';
import type { Value } from './ir';
import { fromIndices } from './nd-array';
import { rowProducts } from './row-products';

const a = input('a', 'f32', [2, 3, 5]);
const b = input('b', 'f32', [2, 3, 5]);
const row = input('row', 'f32', [5]);

/** The ops after rewriting; checks that the numbers stay the same. */
function rewritten(y: Value): string[] {
  const [plain, fast] = [graph({ a, b, row }, { y }), graph({ a, b, row }, { y }, rowProducts)];
  const random = prng(2);
  const feed = (value: Value) => fromIndices(value.shape, () => random.normal());
  const feeds = { a: feed(a), b: feed(b), row: feed(row) };
  const [expected, got] = [interpret(plain, feeds).get('y'), interpret(fast, feeds).get('y')];
  expect(got?.shape).toEqual(expected?.shape);
  got?.data.forEach((x, i) => {
    expect(x).toBeCloseTo(expected?.data[i] ?? Number.NaN, 10);
  });
  return fast.nodes.map(({ op }) => op);
}

test('a sum of products along the last axis is a product of rows', () => {
  expect(rewritten(reduceSum(mul(a, b), [2]))).toEqual(['Reshape', 'Reshape', 'MatMul', 'Reshape']);
});

test('sums along other axes, of products with other users, with broadcasting, or of few rows stay', () => {
  const product = mul(a, b);
  expect(rewritten(reduceSum(product, [1]))).toEqual(['Mul', 'ReduceSum']);
  expect(rewritten(reduceSum(product, [1, 2]))).toEqual(['Mul', 'ReduceSum']);
  expect(rewritten(add(product, reduceSum(product, [2])))).toEqual(['Mul', 'ReduceSum', 'Add']);
  expect(rewritten(reduceSum(mul(a, row), [2]))).toEqual(['Mul', 'ReduceSum']);
  expect(rewritten(reduceSum(mul(row, row), [0]))).toEqual(['Mul', 'ReduceSum']);
});
