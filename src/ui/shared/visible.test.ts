import { expect, test } from 'vitest';
import { apart } from './visible';

test.each([
  [' Maelis', ' ', 'Maelis'],
  ['ing', '', 'ing'],
  ['\n The', '\n ', 'The'],
  ['\n', '', '\n'],
  ['', '', ''],
])('%j is the space %j and the word %j', (token, space, word) => {
  expect(apart(token)).toEqual([space, word]);
});
