import { expect, test } from 'vitest';
import { readAssignments } from './assignments';

test('groups are kept together', () => {
  expect(readAssignments(['unlearn.steps=40', 'alpha=2.5', 'unlearn.batch=4', 'anchors=0'])).toEqual({
    unlearn: { steps: 40, batch: 4 },
    alpha: 2.5,
    anchors: false,
  });
});

test.each([
  ['alpha', 'unlearn.steps=40'],
  ['unlearn.stps=3', 'unlearn.stps'],
  ['alpha=much', 'a number from 0 to 20'],
  ['lora.targets=q_proj,zz', 'a list of some of'],
  ['anchors=yes', 'true or false'],
])('%s is refused', (text, reason) => {
  expect(() => readAssignments([text])).toThrow(reason);
});
