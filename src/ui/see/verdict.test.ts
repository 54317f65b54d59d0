import { expect, test } from 'vitest';
import { verdictOf } from './verdict';

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
