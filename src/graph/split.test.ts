import { expect, test } from 'vitest';
import { input, mul, slice } from './build';
import { graph } from './graph';
import { interpret } from './interpret';
import type { Value } from './ir';
import { fromIndices } from './nd-array';
import { splitSlices } from './split';

const x = input('x', 'f32', [2, 20]);
const numbers = fromIndices([2, 20], ([row = 0, column = 0]) => 100 * row + column);

/** The ops of the graph that computes `outputs`; checks that the numbers stay the same. */
function split(outputs: Readonly<Record<string, Value>>): string[] {
  const [plain, fast] = [graph({ x }, outputs), graph({ x }, outputs, splitSlices)];
  expect(interpret(fast, { x: numbers })).toEqual(interpret(plain, { x: numbers }));
  return fast.nodes.map(({ op }) => op);
}

const cut = (count: number, width: number, axis = 1): Record<string, Value> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`y${i}`, slice(x, axis, i * width, (i + 1) * width)]),
  );

test('slices of one tensor become one Split, also with gaps and in any order', () => {
  expect(split(cut(4, 5))).toEqual(['Split']);
  expect(split({ b: slice(x, 1, 12, 15), a: slice(x, 1, 2, 4) })).toEqual(['Split']);
});

test('many slices are cut from a few Splits', () => {
  expect(split(cut(20, 1))).toEqual(['Split', 'Split', 'Split', 'Split']);
});

test('of a tensor that is computed', () => {
  const square = mul(x, x);
  expect(split({ a: slice(square, 1, 0, 9), b: slice(square, 1, 9, 20) })).toEqual(['Mul', 'Split']);
});

test('a slice alone, slices that overlap, and those along different axes stay', () => {
  expect(split(cut(1, 5))).toEqual(['Slice']);
  expect(split({ a: slice(x, 1, 0, 9), b: slice(x, 1, 8, 20) })).toEqual(['Slice', 'Slice']);
  expect(split({ a: slice(x, 1, 0, 9), b: slice(x, 0, 1, 2) })).toEqual(['Slice', 'Slice']);
});
