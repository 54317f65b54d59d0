import { expect, test } from 'vitest';
import { positionsBefore, spansWithin } from './span';

test('the positions before a span and inside it, except before the first token of a block', () => {
  expect(positionsBefore([{ start: 3, length: 2 }])).toEqual([2, 3]);
  expect(positionsBefore([{ start: 0, length: 2 }])).toEqual([0]);
});

test('a block has its part of every span of the text', () => {
  const spans = [
    { start: 2, length: 4 },
    { start: 9, length: 2 },
  ];
  expect(spansWithin(spans, 0, 4)).toEqual([{ start: 2, length: 2 }]);
  expect(spansWithin(spans, 4, 8)).toEqual([{ start: 0, length: 2 }]);
  expect(spansWithin(spans, 8, 12)).toEqual([{ start: 1, length: 2 }]);
  expect(spansWithin(spans, 12, 16)).toEqual([]);
});
