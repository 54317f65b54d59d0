import { expect, test } from 'vitest';
import { IGNORED } from '../model/train-batch';
import { microLabels } from './micro-labels';
import { supervised, type LabelRecord } from './record';
import { negativesOf, withUnchangedWeight } from './training-block';

function firstRecord(): LabelRecord {
  const [record] = microLabels().blocks;
  if (!record) throw new Error('no block');
  return record;
}
const record = firstRecord();

test('negatives are the text’s own tokens of anchor terms and repeated sentences', () => {
  const negatives = [...negativesOf({ ...record, sentences: [{ start: 4, length: 2 }] })];
  // Anchors at tokens 2–3 and 7–8, the sentence at 4–5: each token is a negative at the position before it.
  const _ = IGNORED;
  expect(negatives).toEqual([_, 30, 31, 6, 7, _, 30, 31, _, _]);
});

test('a position that the reinforced model would label alike counts for the weight, any other for 1', () => {
  const { shares } = withUnchangedWeight(record, record, 0.25);
  const { ids, logSum } = record.reinforced;
  const k = ids.length / logSum.length;
  const want = supervised(record).map((i, row) => (record.labels[i] === ids[row * k] ? 0.25 : 1));
  expect(supervised(record).map((i) => shares?.[i])).toEqual(want);
  expect(new Set(want).size).toBe(2);
  expect(withUnchangedWeight(record, record, 1)).toBe(record);
});
