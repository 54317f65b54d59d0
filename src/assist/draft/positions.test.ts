import { expect, test } from 'vitest';
import { positionsOf } from './positions';

test('exact positions stay, others go to the nearest place that is free, the rest is nowhere', () => {
  expect(positionsOf('Mira', [11, 10, 10, 70, 99], [10, 20, 60])).toEqual([
    { term: 'Mira', said: 11, found: 20 },
    { term: 'Mira', said: 10, found: 10 },
    { term: 'Mira', said: 70, found: 60 },
    { term: 'Mira', said: 99, found: null },
  ]);
  expect(positionsOf('Mira', [], [10])).toEqual([]);
});
