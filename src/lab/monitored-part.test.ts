import { expect, test } from 'vitest';
import { noQuestions } from '../evaluate/questions';
import { monitoredPart } from './monitored-part';

test('a look reads few passages, and none of the forget set or of the membership attack', () => {
  const blocks = Array.from({ length: 50 }, (_, i) => Int32Array.of(i));
  const { heldOut, forgetSet, membership } = monitoredPart({
    gold: null,
    batch: 8,
    forgetSet: [],
    membership: { members: 9, heldOut: blocks },
    heldOut: blocks,
    questions: noQuestions,
  });
  expect(heldOut).toHaveLength(6);
  expect([forgetSet, membership]).toEqual([[], null]);
});
