import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSame } from './same';

test('a copy is the same, with its keys in any order', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => isSame(value, structuredClone(value))));
  expect(isSame({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
});

test.each([
  [[1], [1, 2]],
  [{ a: 1 }, { a: 1, b: undefined }],
  [{ a: undefined }, { b: undefined }],
  [[], {}],
  [null, {}],
  ['1', 1],
])('%j is not %j', (a, b) => {
  expect(isSame(a, b)).toBe(false);
});
