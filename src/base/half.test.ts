import { expect, test } from 'vitest';
import { fromBfloat16, fromHalves, toHalves } from './half';

const all = Uint16Array.from({ length: 0x10000 }, (_, half) => half);

/** IEEE 754-2008, table 3.2. */
function meaning(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 31) return fraction === 0 ? sign / 0 : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

test('every half is read as the standard says', () => {
  expect(fromHalves(all)).toEqual(Float32Array.from(all, meaning));
});

test('every half except NaN survives conversion to f32 and back', () => {
  const isNumber = (half: number): boolean => !Number.isNaN(meaning(half));
  expect(toHalves(fromHalves(all)).filter((_, half) => isNumber(half))).toEqual(all.filter(isNumber));
});

test.each([1, -1])('rounds to the nearest half, ties to even, around every half of sign %i', (sign) => {
  const wrong: unknown[] = [];
  for (let half = 0; half < 0x7c00; half++) {
    const [low, high] = [meaning(half), half === 0x7bff ? 65536 : meaning(half + 1)];
    const middle = (low + high) / 2;
    const nearby = Float32Array.of(middle, below(middle), above(middle)).map((x) => sign * x);
    const expected = [half % 2 === 0 ? half : half + 1, half, half + 1].map((one) =>
      sign < 0 ? one | 0x8000 : one,
    );
    const got = [...toHalves(nearby)];
    if (got.join() !== expected.join()) wrong.push([half, got, expected]);
  }
  expect(wrong).toEqual([]);
});

test('what is too large is infinite, and no number stays none', () => {
  expect([...toHalves(Float32Array.of(1e6, -65520, 65519, Infinity))]).toEqual([
    0x7c00, 0xfc00, 0x7bff, 0x7c00,
  ]);
  expect([...fromHalves(toHalves(Float32Array.of(Number.NaN, 1e-30, -0)))]).toEqual([Number.NaN, 0, -0]);
});

test('part of a larger array is read alone', () => {
  expect([...toHalves(Float32Array.of(9, 1, 2).subarray(1))]).toEqual([0x3c00, 0x4000]);
});

test('bfloat16 is widened by 16 bits', () => {
  expect([...fromBfloat16(Uint16Array.of(0x3f80, 0xc000, 0x7f80))]).toEqual([1, -2, Infinity]);
});

/** The f32 next to a positive one. */
const above = (x: number): number => beside(x, 1);
const below = (x: number): number => beside(x, -1);

function beside(x: number, step: number): number {
  const bits = new Uint32Array(Float32Array.of(x).buffer);
  return new Float32Array(bits.map((one) => one + step).buffer)[0] ?? Number.NaN;
}
