import { expect, test } from 'vitest';
import cases from './fixtures/model-utility.json';
import { near } from './fixtures/near';
import { modelUtility } from './model-utility';

test.each(cases)('$given', ({ given, want }) => {
  expect(modelUtility(given)).toEqual(near(want, 12));
});

test('refuses values without a harmonic mean', () => {
  expect(() => modelUtility([0.5, -0.1])).toThrow(RangeError);
  expect(() => modelUtility([0.5, Number.NaN])).toThrow(RangeError);
});
