import { expect, test } from 'vitest';
import { layFork } from './fork';

test('a single text is the row itself', () => {
  expect(layFork([Int32Array.of(7, 8, 9)])).toEqual({
    ids: [7, 8, 9],
    positions: [0, 1, 2],
    branches: [0, 0, 0],
    labels: [8, 9, -1],
    places: [[0, 1]],
  });
});

test('texts that go on differently share what stands before their last common token', () => {
  expect(layFork([Int32Array.of(7, 8, 1, 2), Int32Array.of(7, 8, 3)])).toEqual({
    ids: [7, 8, 1, 2, 8, 3],
    positions: [0, 1, 2, 3, 1, 2],
    branches: [0, 1, 1, 1, 2, 2],
    labels: [8, 1, 2, -1, 3, -1],
    places: [
      [0, 1, 2],
      [0, 4],
    ],
  });
});

test('texts without a common start, and one that ends where another goes on', () => {
  expect(layFork([Int32Array.of(1, 2), Int32Array.of(3, 4)]).branches).toEqual([1, 1, 2, 2]);
  expect(layFork([Int32Array.of(1, 2), Int32Array.of(1, 2, 3)])).toMatchObject({
    ids: [1, 2, 2, 3],
    branches: [0, 1, 2, 2],
    places: [[0], [0, 2]],
  });
});
