import { expect, test } from 'vitest';
import { sparkPoints } from './spark';

test('the highest value is at the top, the last at the right', () => {
  expect(sparkPoints([4, 2, 0], 80, 20)).toBe('0,0 40,10 80,20');
});

test('of many values it shows means, no more than there are pixels', () => {
  const points = sparkPoints([...Array(500).keys()], 80, 20).split(' ');
  expect(points.length).toBeLessThanOrEqual(80);
  expect(points[0]).toBe('0,20');
  expect(points.at(-1)).toBe('80,0');
});

test('one value, equal values and values that are no numbers', () => {
  expect(sparkPoints([3], 80, 20)).toBe('80,20');
  expect(sparkPoints([3, 3], 80, 20)).toBe('0,20 80,20');
  expect(sparkPoints([1, NaN, 0], 80, 20)).toBe('0,0 80,20');
  expect(sparkPoints([], 80, 20)).toBe('');
});
