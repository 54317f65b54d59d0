import { expect, test } from 'vitest';
import { prng, type Prng } from '../base/prng';
import { bootstrapInterval } from './bootstrap';
import cases from './fixtures/bootstrap.json';

/** Replays the draws of the fixture. */
function replay(draws: readonly number[]): Prng {
  const left = [...draws];
  return { ...prng(0), below: () => left.shift() ?? Number.NaN };
}

test.each(cases)('of $given.values equals numpy, given the same draws', ({ given, want }) => {
  const { values, draws, resamples, level } = given;
  const interval = bootstrapInterval(values, replay(draws), { resamples, level });
  expect(interval === null).toBe(want === null);
  expect(interval?.low ?? 0).toBeCloseTo(want?.[0] ?? 0, 9);
  expect(interval?.high ?? 0).toBeCloseTo(want?.[1] ?? 0, 9);
});

test('the same seed gives the same interval, which contains the mean', () => {
  const values = Array.from({ length: 100 }, (_, i) => i % 10);
  const first = bootstrapInterval(values, prng(3), { resamples: 5000 });
  expect(bootstrapInterval(values, prng(3), { resamples: 5000 })).toEqual(first);
  expect(first?.low).toBeLessThan(4.5);
  expect(first?.high).toBeGreaterThan(4.5);
  // ± 1.96 standard errors of the mean of 100 items with standard deviation √8.25
  expect((first?.high ?? 0) - (first?.low ?? 0)).toBeCloseTo(2 * 1.96 * Math.sqrt(8.25 / 100), 1);
});
