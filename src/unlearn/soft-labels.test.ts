import { expect, test } from 'vitest';
import { IGNORED } from '../model/train-batch';
import { microLabels } from './micro-labels';
import { supervised } from './record';
import { softLabels } from './soft-labels';

const [record] = microLabels().blocks;
if (!record) throw new Error('no block');

test('the strongest tokens share each position; all others count as 0', () => {
  const [baseline, a, b] = [record.baseline, Math.log(6), Math.log(2)];
  const generic = {
    ids: baseline.ids.map((_, i) => i % 2),
    logits: baseline.logits.map((_, i) => (i % 2 === 0 ? a : b)).slice(0, 12),
    logSum: baseline.logSum.map(() => Math.log(10)),
  };
  const { labels, shares } = softLabels({
    ...record,
    generic: { ...generic, ids: generic.ids.slice(0, 12) },
  });
  expect([...labels].slice(0, 6)).toEqual([0, 1, 0, 1, IGNORED, IGNORED]);
  expect(shares?.[0]).toBeCloseTo(0.75, 6);
  expect(shares?.[1]).toBeCloseTo(0.25, 6);
});

test('the first label is the hard one, and shares sum to 1 in every supervised position', () => {
  const { labels, shares } = softLabels(record);
  const k = labels.length / record.ids.length;
  for (const i of supervised(record)) {
    expect(labels[i * k]).toBe(record.labels[i]);
    const sum = shares?.subarray(i * k, (i + 1) * k).reduce((total, x) => total + x, 0);
    expect(sum).toBeCloseTo(1, 6);
  }
});
