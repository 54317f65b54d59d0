import { expect, test } from 'vitest';
import { groupBy } from './group';

test('keys come in order of first appearance, items in theirs', () => {
  const groups = groupBy(['bee', 'ant', 'bug', 'asp'], (word) => word.charAt(0));
  expect([...groups]).toEqual([
    ['b', ['bee', 'bug']],
    ['a', ['ant', 'asp']],
  ]);
});
