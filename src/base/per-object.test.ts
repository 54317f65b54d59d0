import { expect, test, vi } from 'vitest';
import { perObject } from './per-object';

test('computes once for each object', () => {
  const compute = vi.fn((list: readonly number[]) => list.length);
  const count = perObject(compute);
  const [one, other] = [
    [1, 2],
    [1, 2],
  ];
  expect([count(one), count(one), count(other)]).toEqual([2, 2, 2]);
  expect(compute).toHaveBeenCalledTimes(2);
});
