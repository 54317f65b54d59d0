import { expect, test } from 'vitest';
import { groupBy } from './group';

test('keys are in order of first appearance, items in their own order', () => {
  const groups = groupBy(['bee', 'ant', 'bug', 'asp'], (word) => word.charAt(0));
  expect([...groups]).toEqual([
    ['b', ['bee', 'bug']],
    ['a', ['ant', 'asp']],
  ]);
});
