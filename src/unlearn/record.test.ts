/** Reading a record: why a token has its label. */
import { expect, test } from 'vitest';
import { IGNORED } from '../model/train-batch';
import { microLabels } from './micro-labels';
import { confidence, labelsAt, summarize, supervised, tokenAt } from './record';

const { blocks } = microLabels();
const [record] = blocks;
if (!record) throw new Error('no block');

test('a supervised token has everything that its label was computed from', () => {
  const token = tokenAt(record, 8);
  if (token.kind !== 'supervised') throw new Error('expected a label');
  expect(token).toMatchObject({ id: 31, from: 6, anchor: { term: 'Bea', start: 7 }, forbidden: [40, 41] });
  expect(token.label).toBe(record.labels[8]);
  expect(token.generic[0]?.id).toBe(token.label);
  expect(token.segments.map(({ id }) => id)).toContain(token.label);
  expect(token.segments[0]).toEqual({ from: 0, id: token.baseline[0]?.id });
  const logits = token.baseline.map(({ logit }) => logit);
  expect(logits).toEqual([...logits].sort((a, b) => b - a));
  const mass = token.baseline.reduce((sum, { probability }) => sum + probability, 0);
  expect(mass).toBeGreaterThan(0);
  expect(mass).toBeLessThanOrEqual(1 + 1e-6);
});

test('before the translation nothing is forbidden', () => {
  expect(tokenAt(record, 1)).toMatchObject({ kind: 'supervised', forbidden: [], anchor: null });
});

test.each([
  [2, 'anchor'],
  [6, 'repeat'],
  [9, 'end'],
])('token %d has no label, because of %s', (i, reason) => {
  expect(tokenAt(record, i)).toMatchObject({ kind: 'unsupervised', reason });
});

test('positions past the end are refused', () => {
  expect(() => tokenAt(record, 10)).toThrow(RangeError);
});

test('another α relabels the supervised tokens and no other', () => {
  const [low, high] = [labelsAt(record, 0), labelsAt(record, 10)];
  expect(low).not.toEqual(high);
  for (const labels of [low, high])
    expect([...labels.keys()].filter((i) => labels[i] !== IGNORED)).toEqual(supervised(record));
  const best = supervised(record).map((_, row) => record.baseline.ids[row * 10]);
  expect(supervised(record).map((i) => low[i])).toEqual(best);
});

test('the confidence is the probability of the baseline’s strongest token', () => {
  const token = tokenAt(record, 8);
  if (token.kind !== 'supervised') throw new Error('expected a label');
  expect(confidence(record)[5]).toBeCloseTo(token.baseline[0]?.probability ?? Number.NaN, 6);
});

test('a summary counts positions, labels and what equation 1 moved', () => {
  const moved = blocks.flatMap((block) => {
    const before = labelsAt(block, 0);
    return [...block.labels.keys()].filter((i) => block.labels[i] !== before[i]);
  });
  expect(summarize(blocks)).toMatchObject({
    positions: 22,
    supervised: 12,
    movedByEquation1: moved.length,
  });
});
