import { expect, test } from 'vitest';
import { lineAround } from './line-around';

// The fog . \n Mira came home . \n The
const words = ['The', ' fog', '.', '\n', 'Mira', ' came', ' home'];
const ids = Int32Array.of(0, 1, 2, 3, 4, 5, 6, 2, 3, 0);
const around = (at: number, most = { before: 10, after: 10 }) =>
  lineAround({ ids }, at, (id) => words[id] ?? '', most);

test('a line goes from break to break, and to the ends of the block', () => {
  expect(around(5)).toEqual({ from: 4, to: 8 });
  expect(around(1)).toEqual({ from: 0, to: 3 });
  expect(around(9)).toEqual({ from: 9, to: 10 });
});

test('a long line is cut', () => {
  expect(around(6, { before: 1, after: 0 })).toEqual({ from: 5, to: 7 });
});
