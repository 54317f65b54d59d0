import { expect, test } from 'vitest';
import { IGNORED } from '../model/trainer';
import { packEnvelopes } from './alpha-envelope';
import type { LabelRecord, Top } from './record';
import { softLabels } from './soft-labels';

const top = (ids: number[], logits: number[], logSum: number[]): Top => ({
  ids: Int32Array.from(ids),
  logits: Float32Array.from(logits),
  logSum: Float32Array.from(logSum),
});

test('the strongest tokens share out each position; what is not among them counts as 0', () => {
  const generic = top([4, 2], [Math.log(6), Math.log(2)], [Math.log(10)]);
  const record: LabelRecord = {
    ids: Int32Array.of(1, 2),
    labels: Int32Array.of(4, IGNORED),
    translated: Int32Array.of(1, 2),
    mapping: Int32Array.of(0, -1),
    reasons: [null, 'end'],
    anchors: [],
    forbidden: [],
    baseline: generic,
    reinforced: generic,
    generic,
    envelope: packEnvelopes([[{ from: 0, id: 4 }]]),
  };
  const { labels, shares } = softLabels(record);
  expect([...labels]).toEqual([4, 2, IGNORED, IGNORED]);
  expect(shares?.[0]).toBeCloseTo(0.75, 6);
  expect(shares?.[1]).toBeCloseTo(0.25, 6);
});
