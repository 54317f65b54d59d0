import { expect, test } from 'vitest';
import { prng } from '../base/prng';
import { Course } from './course';

function after(losses: readonly number[], norm = 1): Course {
  const course = new Course();
  for (const loss of losses) course.see(loss, norm);
  return course;
}

const noisy = (from: number, to: number, steps: number): number[] => {
  const random = prng(5);
  return Array.from({ length: steps }, (_, i) => from + ((to - from) * i) / steps + random.uniform() * 0.5);
};

test('a loss that falls with noise, and one that stays, are on course', () => {
  for (const losses of [noisy(8, 1, 200), noisy(2, 2, 200), [0.6, 3, 2, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]]) {
    expect(after(losses).isLost).toBe(false);
  }
  expect(after(noisy(8, 1, 200)).isGood).toBe(true);
});

test.each([
  ['a loss that is no number', [...noisy(2, 1, 20), Number.NaN], 1],
  ['an endless loss', [Number.POSITIVE_INFINITY], 1],
  ['a gradient that is no number', [2, 1], Number.NaN],
  ['a gradient beyond measure', [2, 1], 1e9],
  ['a loss that stays far above its beginning', [...noisy(2, 1, 20), ...noisy(7, 9, 20)], 1],
])('%s is astray', (_, losses, norm) => {
  const course = after(losses, norm);
  expect(course.isLost).toBe(true);
  expect(course.isGood).toBe(false);
});

test('one wild batch is not astray, but no good moment either', () => {
  const course = after([...noisy(2, 1, 30), 9]);
  expect([course.isLost, course.isGood]).toEqual([false, false]);
});
