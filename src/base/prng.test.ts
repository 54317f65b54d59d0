import { expect, test } from 'vitest';
import { pick, prng, shuffled } from './prng';

const draws = (seed: number) => {
  const random = prng(seed);
  return Array.from({ length: 5 }, () => random.below(1000));
};

test('the same seed gives the same numbers, and a neighbouring seed different ones', () => {
  expect(draws(1)).toEqual(draws(1));
  expect(new Set([0, 1, 2, 3, 4, 5].map((seed) => draws(seed)[0])).size).toBe(6);
});

test('normal draws have mean 0 and deviation 1', () => {
  const random = prng(1);
  const x = Array.from({ length: 20_000 }, () => random.normal());
  const mean = x.reduce((a, b) => a + b) / x.length;
  const variance = x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / x.length;
  expect(mean).toBeCloseTo(0, 1);
  expect(variance).toBeCloseTo(1, 1);
});

test('a shuffle keeps every item and changes the order', () => {
  const items = Array.from({ length: 50 }, (_, i) => i);
  const mixed = shuffled(prng(1), items);
  expect(mixed).not.toEqual(items);
  expect([...mixed].sort((a, b) => a - b)).toEqual(items);
});

test('picking from nothing is an error', () => {
  expect(() => pick(prng(1), [])).toThrow('non-empty');
});
