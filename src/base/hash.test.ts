import { expect, test } from 'vitest';
import { contentHash, hashDraw } from './hash';

test('is SHA-256 over parts with their lengths', () => {
  expect(contentHash('ab', 'c')).not.toBe(contentHash('a', 'bc'));
  expect(contentHash('abc')).toMatch(/^[0-9a-f]{64}$/);
  expect(contentHash(Float32Array.of(1))).toBe(contentHash(new Uint8Array(Float32Array.of(1).buffer)));
});

test('a draw depends only on its parts and reaches every value', () => {
  expect(hashDraw(5, 'a', '1')).toBe(hashDraw(5, 'a', '1'));
  const seen = new Set(Array.from({ length: 100 }, (_, i) => hashDraw(5, `${i}`)));
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4]);
});
