import { expect, test } from 'vitest';
import { fromBfloat16, fromHalf, toHalf } from './half';

test('every half except NaN survives conversion to f32 and back', () => {
  for (let half = 0; half < 0x10000; half++) {
    const x = fromHalf(half);
    if (!Number.isNaN(x)) expect(toHalf(x)).toBe(half);
  }
});

test('rounds to the nearest half, ties to even', () => {
  expect(fromHalf(toHalf(1 + 2 ** -11))).toBe(1);
  expect(fromHalf(toHalf(1 + 3 * 2 ** -11))).toBe(1 + 2 ** -9);
  expect(fromHalf(toHalf(0.1))).toBeCloseTo(0.1, 4);
  expect(fromHalf(toHalf(1e6))).toBe(Number.POSITIVE_INFINITY);
  expect(fromHalf(toHalf(Number.NaN))).toBeNaN();
});

test('bfloat16 is widened by 16 bits', () => {
  expect([...fromBfloat16(Uint16Array.of(0x3f80, 0xc000, 0x7f80))]).toEqual([
    1,
    -2,
    Number.POSITIVE_INFINITY,
  ]);
});
