import { expect, test } from 'vitest';
import { apart, isInside, shownInRow, visibleInRow } from './visible';

test.each([
  [' Maelis', ' ', 'Maelis'],
  ['ing', '', 'ing'],
  ['\n The', '\n ', 'The'],
  ['\n', '', '\n'],
  ['', '', ''],
])('%j is the space %j and the word %j', (token, space, word) => {
  expect(apart(token)).toEqual([space, word]);
});

test('inside a marked name, the space stays with the word', () => {
  const marked = new Set([3, 4]);
  expect([3, 4, 5].map((at) => apart(' Quill', isInside(marked, at))[0])).toEqual([' ', '', ' ']);
});

test('a token whose character stands with the one before it is still seen', () => {
  expect([' 灯', '', undefined].map(visibleInRow)).toEqual(['·灯', '⋯', '⋯']);
  expect([' 灯', '', undefined].map(shownInRow)).toEqual(['灯', '⋯', '⋯']);
});
