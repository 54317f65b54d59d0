import { expect, test } from 'vitest';
import { add, concat, exp, input, mul, reshape, scalar } from './build';
import { graph } from './graph';
import { bytesOf, peakBytes } from './memory';

const x = input('x', 'f32', [10]); // 40 bytes

test('a tensor takes the bytes of its type and shape', () => {
  expect(bytesOf(x)).toBe(40);
  expect(bytesOf(input('positions', 'i64', [2, 3]))).toBe(48);
});

test('a chain needs two tensors at a time, however long it is', () => {
  const chain = exp(exp(exp(exp(x))));
  expect(peakBytes(graph({ x }, { chain }))).toBe(80);
});

test('what is read again later stays', () => {
  const early = exp(x);
  expect(peakBytes(graph({ x }, { late: add(exp(exp(exp(early))), early) }))).toBe(120);
});

test('outputs stay to the end, and a reshaped tensor takes nothing', () => {
  const y = exp(x);
  const square = reshape(y, [2, 5]);
  expect(peakBytes(graph({ x }, { y, square }))).toBe(40);
  const doubled = mul(square, scalar(2));
  expect(peakBytes(graph({ x }, { doubled, both: concat([doubled, doubled], 0) }))).toBe(120);
});
