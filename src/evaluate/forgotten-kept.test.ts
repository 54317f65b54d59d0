import { expect, test } from 'vitest';
import { balanceOf, forgottenAndKept } from './forgotten-kept';

const before = { answers: 0.9, sayings: 0.8, neighbour: 0.8, general: 0.9, perplexity: 2 };

test('what was not measured is left out of the mean', () => {
  expect(forgottenAndKept(before, { answers: 0.45 }, 0.3)).toEqual({ forgotten: 0.5, kept: null });
  expect(forgottenAndKept(before, { ...before, sayings: null, answers: 0 }, 0.3).forgotten).toBe(1);
  // Without the accuracy of guessing, only the neighbour counts.
  expect(forgottenAndKept(before, { neighbour: 0.4, general: 0.3 }, null).kept).toBeCloseTo(0.5, 12);
});

test('what the model never knew cannot be forgotten', () => {
  expect(forgottenAndKept({ answers: 0 }, { answers: 0 }, null).forgotten).toBeNull();
});

test('the balance is high only if both are, and needs both', () => {
  expect(balanceOf({ forgotten: 1, kept: 0.5 })).toBeCloseTo(2 / 3, 12);
  expect(balanceOf({ forgotten: 0, kept: 0 })).toBe(0);
  expect(balanceOf({ forgotten: 1, kept: null })).toBeNull();
});
