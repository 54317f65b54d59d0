import fc from 'fast-check';
import { expect, test } from 'vitest';
import cases from './fixtures/kolmogorov-smirnov.json';
import { forgetQuality } from './forget-quality';
import { ksTest } from './kolmogorov-smirnov';

test.each(cases)('case %# equals scipy', ({ given: [a = [], b = []], want }) => {
  const got = ksTest(a, b);
  expect(got === null).toBe(want === null);
  if (got === null || want === null) return;
  expect(got.statistic).toBeCloseTo(want.statistic, 9);
  expect(got.pValue).toBeCloseTo(want.pValue, 9);
  // Even the smallest ones agree in their digits.
  expect(got.pValue / want.pValue).toBeCloseTo(1, 6);
});

test('does not depend on the order of the samples, or of their items', () => {
  const sample = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(sample, sample, (a, b) => {
      const one = ksTest(a, b);
      const other = ksTest([...b].reverse(), [...a].reverse());
      expect(other?.statistic).toBeCloseTo(one?.statistic ?? Number.NaN, 12);
      expect(other?.pValue).toBeCloseTo(one?.pValue ?? Number.NaN, 12);
    }),
  );
});

test('forget quality is its p-value, and nothing without a gold model', () => {
  expect(forgetQuality([1, 2, 3], [1, 2, 3])).toBe(1);
  expect(forgetQuality([1, 2, 3], [7, 8, 9])).toBeCloseTo(0.1, 9);
  expect(forgetQuality([1, 2, 3], null)).toBeNull();
  expect(forgetQuality([], [1])).toBeNull();
});
