/** Metrics computed from −ln p of the tokens of a text. */
import { expect, test } from 'vitest';
import cases from './fixtures/likelihood.json';
import { near } from './fixtures/near';
import { minK } from './min-k';
import { sequenceProbability } from './sequence-probability';

test.each(cases)('$given', ({ given, want }) => {
  expect(sequenceProbability(given)).toEqual(near(want.probability));
  expect(minK(given)).toEqual(near(want.minK));
});

test('a token of probability zero', () => {
  expect(sequenceProbability([0.1, Infinity])).toBe(0);
  expect(minK([0.1, Infinity])).toBe(Infinity);
});
