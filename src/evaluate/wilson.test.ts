import { expect, test } from 'vitest';
import cases from './fixtures/wilson.json';
import { wilsonInterval } from './wilson';

test.each(cases)('of $given equals scipy', ({ given: { hits, n }, want }) => {
  const interval = wilsonInterval(hits, n);
  expect(interval === null).toBe(want === null);
  expect(interval?.low ?? 0).toBeCloseTo(want?.[0] ?? 0, 9);
  expect(interval?.high ?? 0).toBeCloseTo(want?.[1] ?? 0, 9);
});
