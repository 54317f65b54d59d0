import { expect, test } from 'vitest';
import { collapseWarnings, type CollapseSample } from './collapse';

const curve = (...rows: [perplexity: number, repetition: number][]): CollapseSample[] =>
  rows.map(([perplexity, repetition], i) => ({ step: i * 10, perplexity, repetition }));

test('warns of a metric that stays above its limit', () => {
  expect(collapseWarnings(curve([2, 0], [2.6, 0.1], [2.7, 0.3], [2.8, 0.4], [2, 0]))).toEqual([
    { kind: 'perplexity', step: 20, value: 2.7, limit: 2.5 },
    { kind: 'repetition', step: 30, value: 0.4, limit: 0.25 },
  ]);
});

test('does not warn of one bad measurement, falling metrics or short curves', () => {
  expect(collapseWarnings(curve([2, 0], [3, 0.9], [2, 0], [3, 0.9]))).toEqual([]);
  expect(collapseWarnings(curve([2, 0.5], [1.9, 0.4], [1.8, 0.3]))).toEqual([]);
  expect(collapseWarnings(curve([2, 0], [9, 1]))).toEqual([]);
  expect(collapseWarnings([])).toEqual([]);
});

test('warns of a perplexity that is not a number', () => {
  const [warning] = collapseWarnings(curve([2, 0], [Number.NaN, 0], [Infinity, 0]));
  expect(warning).toMatchObject({ kind: 'perplexity', step: 20, value: Infinity });
});
