import { expect, test } from 'vitest';
import { keptOf, verdictOf } from './verdict';

test.each([
  [[0.98, 0.02], 'forgotten'],
  [[0.98, 0.25], 'partly'],
  [[0.98, 0.9], 'known'],
  [[0.5, 0.6], 'known'],
  [[0, 0], 'unknown'],
  [[0.05, 0], 'unknown'],
] as const)('right answers from %j: %s', (answers, verdict) => {
  expect(verdictOf(answers)).toBe(verdict);
});

test.each([
  [[0.96, 0.94], 'kept'],
  [[0.3, 0.35], 'kept'],
  [[0.96, 0.5], 'lost'],
  [[0, 0], null],
] as const)('what was to be kept, from %j: %s', (pair, became) => {
  expect(keptOf(pair)).toBe(became);
});
