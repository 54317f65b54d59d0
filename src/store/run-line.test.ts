import { expect, test } from 'vitest';
import { sampleReport } from '../evaluate/fixtures/report';
import type { Report } from '../evaluate/report';
import { lineOf } from './run-line';

test('of a long training, a hundred losses are kept, the first and the last among them', () => {
  const losses = Array.from({ length: 1000 }, (_, i) => 1000 - i);
  const { loss = [] } = lineOf(sampleReport, { losses }).curves ?? {};
  expect(loss).toHaveLength(100);
  expect([loss[0], loss.at(-1)]).toEqual([
    [1, 1000],
    [1000, 1],
  ]);
});

test('the metrics that were watched are kept as curves, those of attacks are not', () => {
  const curves: Report['curves'] = {
    answers: { unlearned: [[0, 1], [2, 0.5]] }, // prettier-ignore
    relearning: { unlearned: [[0, 0]] },
  };
  expect(lineOf({ ...sampleReport, curves }).curves).toEqual({ answers: [[0, 1], [2, 0.5]] }); // prettier-ignore
  expect(lineOf(sampleReport)).not.toHaveProperty('curves');
});

test('the accuracy of guessing follows from the options of the tasks', () => {
  const item = (options: number) => ({
    score: 1,
    parts: Object.fromEntries(Array.from({ length: options }, (_, i) => [`option ${i}`, -i])),
  });
  const report = (value_by_index: Record<string, object>) =>
    ({
      ...sampleReport,
      evaluation: { seconds: 1, baseline: { general: { agg_value: 1, value_by_index } } },
    }) as Report;
  expect(lineOf(report({ 0: item(2), 1: item(4) })).guessing).toBe(0.375);
  expect(lineOf(report({ 0: { score: 1 } }))).not.toHaveProperty('guessing');
  expect(lineOf(sampleReport)).not.toHaveProperty('guessing');
});

test('the split is that of the report, or of the items beside prompts of the user’s own', () => {
  expect(lineOf(sampleReport)).not.toHaveProperty('split');
  expect(lineOf(sampleReport, { split: 'development' }).split).toBe('development');
  expect(lineOf({ ...sampleReport, split: 'test' }, { split: 'development' }).split).toBe('test');
});
