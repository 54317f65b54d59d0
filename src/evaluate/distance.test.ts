import { expect, test } from 'vitest';
import { distanceToGold } from './distance';
import cases from './fixtures/distance.json';
import { near } from './fixtures/near';

test.each(cases)('case %#', ({ given, want }) => {
  const [model, gold] = [Float32Array.from(given.model), Float32Array.from(given.gold)];
  expect(distanceToGold(model, gold, given.V)).toEqual(
    want && { kl: near(want.kl, 6), agreement: near(want.agreement) },
  );
});

test('zero probability, and no gold model', () => {
  const sure = Float32Array.of(0, -Infinity);
  const torn = Float32Array.of(Math.log(0.5), Math.log(0.5));
  expect(distanceToGold(torn, sure, 2)?.kl).toBeCloseTo(Math.log(2), 6);
  expect(distanceToGold(sure, torn, 2)?.kl).toBe(Infinity);
  expect(distanceToGold(sure, sure, 2)).toEqual({ kl: 0, agreement: 1 });
  expect(distanceToGold(sure, null, 2)).toBeNull();
  expect(() => distanceToGold(sure, torn, 3)).toThrow(RangeError);
});
