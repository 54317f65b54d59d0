import { expect, test } from 'vitest';
import { partOf } from './part-of';

test('a movement has not begun before, is half done in the middle, and stays done', () => {
  expect([0, 0.25, 0.5, 0.75, 1].map((passed) => partOf(passed, 0.25, 0.75))).toEqual([0, 0, 0.5, 1, 1]);
});
