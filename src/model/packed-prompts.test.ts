import { expect, test } from 'vitest';
import { packRows, packGroup } from './packed-prompts';

const summary = (texts: readonly Int32Array[]) => {
  const { tokens, places } = packGroup(texts);
  return { ids: tokens.map(({ id }) => id), segments: tokens.map(({ segment }) => segment), places };
};

test('a single text is one segment, and each token is labelled with the next', () => {
  const { tokens, places } = packGroup([Int32Array.of(7, 8, 9)]);
  expect(places).toEqual([[0, 1, 2]]);
  expect(tokens.map(({ position, segment, label }) => [position, segment, label])).toEqual([
    [0, 0, 8],
    [1, 0, 9],
    [2, 0, -1],
  ]);
});

test('texts with a common start share everything before their last common token', () => {
  const { tokens, places } = packGroup([Int32Array.of(7, 8, 1, 2), Int32Array.of(7, 8, 3)]);
  expect(tokens.map(({ id }) => id)).toEqual([7, 8, 1, 2, 8, 3]);
  expect(tokens.map(({ position }) => position)).toEqual([0, 1, 2, 3, 1, 2]);
  expect(tokens.map(({ segment }) => segment)).toEqual([0, 1, 1, 1, 2, 2]);
  expect(tokens.map(({ label }) => label)).toEqual([8, 1, 2, -1, 3, -1]);
  expect(places).toEqual([
    [0, 1, 2, 3],
    [0, 4, 5],
  ]);
});

test('texts without a common start, and one that is the start of another', () => {
  expect(summary([Int32Array.of(1, 2), Int32Array.of(3, 4)]).segments).toEqual([1, 1, 2, 2]);
  expect(summary([Int32Array.of(1, 2), Int32Array.of(1, 2, 3)])).toEqual({
    ids: [1, 2, 2, 3],
    segments: [0, 1, 2, 2],
    places: [
      [0, 1],
      [0, 2, 3],
    ],
  });
});

test('rows are filled in order, and the groups of one row have different segments', () => {
  const groups = [
    [Int32Array.of(1, 2, 3)],
    [Int32Array.of(4, 5), Int32Array.of(4, 6)],
    [Int32Array.of(7, 8)],
  ].map(packGroup);
  const rows = packRows(groups, 7);
  expect(rows.map(({ tokens }) => tokens.map(({ id }) => id))).toEqual([
    [1, 2, 3, 4, 5, 4, 6],
    [7, 8],
  ]);
  expect(rows[0]?.tokens.map(({ segment }) => segment)).toEqual([0, 0, 0, 3, 3, 4, 4]);
  expect(rows[0]?.tokens.map(({ prefix }) => prefix)).toEqual([0, 0, 0, 2, 2, 2, 2]);
  expect(rows[0]?.groups).toEqual([
    [[0, 1, 2]],
    [
      [3, 4],
      [5, 6],
    ],
  ]);
  expect(() => packRows(groups, 3)).toThrow('at most 3 tokens, got 4');
});
