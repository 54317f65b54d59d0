import { expect, test } from 'vitest';
import cases from './fixtures/repetition.json';
import { repeatedShare } from './repetition';

test.each(cases)('$given', ({ given: { tokens, n }, want }) => {
  expect(repeatedShare(tokens, n)).toBeCloseTo(want, 9);
});

test('works for words as for tokens', () => {
  expect(repeatedShare('the cat the cat the cat'.split(' '), 2)).toBeCloseTo(3 / 5);
});
