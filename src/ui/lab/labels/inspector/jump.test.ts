import { expect, test } from 'vitest';
import { microLabels } from '../../../../unlearn/micro-labels';
import { supervised } from '../../../../unlearn/record';
import { jump } from './jump';

const [record] = microLabels().blocks;
if (!record) throw new Error('no block');

test('the next name is the position before it, where its label is', () => {
  // The names start at 2 and 7; before the second there is no label.
  expect(record.anchors.map(({ start }) => start)).toEqual([2, 7]);
  expect(supervised(record)).not.toContain(6);
  expect(jump(record, 0, 'name', 5)).toBe(1);
  expect(jump(record, 1, 'name', 5)).toBe(1);
});

test('the next changed label is one that differs from the text, around to the first', () => {
  const first = jump(record, -1, 'changed', 5);
  expect(first).not.toBeNull();
  expect(jump(record, record.ids.length, 'changed', 5)).toBe(first);
});
