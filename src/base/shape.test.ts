import { expect, test } from 'vitest';
import { broadcast, broadcastStrides, size, strides } from './shape';

test('shapes broadcast as in ONNX', () => {
  expect(broadcast([2, 1, 3], [4, 1])).toEqual([2, 4, 3]);
  expect(broadcast([], [3])).toEqual([3]);
  expect(broadcast([2], [3])).toBeNull();
});

test('strides are row-major, and 0 along broadcast axes', () => {
  expect(strides([2, 3, 4])).toEqual([12, 4, 1]);
  expect(broadcastStrides([3, 1], [2, 3, 4])).toEqual([0, 1, 0]);
  expect(size([])).toBe(1);
});
