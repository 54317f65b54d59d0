import { expect, test } from 'vitest';
import { partOf } from './part-of';

test('a movement has not begun before, is half done in the middle, and stays done', () => {
  expect([0, 0.2, 0.5, 0.8, 1].map((passed) => partOf(passed, 0.2, 0.8))).toEqual([0, 0, 0.5, 1, 1]);
});
