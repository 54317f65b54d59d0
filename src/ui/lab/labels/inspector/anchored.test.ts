import { expect, test } from 'vitest';
import { anchored } from './anchored';

test('a repeated term is marked in the translation, and the masked token before it is not', () => {
  // Ann Lee sat . Ann Lee slept → Jon sat . Jon slept; the token before the repeat has no label.
  const found = anchored({
    ids: Int32Array.of(1, 2, 3, 4, 1, 2, 5),
    mapping: Int32Array.of(-1, 0, 1, -1, -1, 3, -1),
    anchors: [
      { term: 'Ann Lee', start: 0, length: 2 },
      { term: 'Ann Lee', start: 4, length: 2 },
    ],
  });
  expect([...found.original]).toEqual([0, 1, 4, 5]);
  expect([...found.translated]).toEqual([0, 3]);
});
