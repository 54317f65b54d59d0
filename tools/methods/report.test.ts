import { expect, test } from 'vitest';
import { between } from './report';
import { scatter } from './scatter';
import { summaryTable, type MethodSummary } from './summary';

const figures = { saga: 0.1, sayings: 0.5, neighbour: 0.9, ability: 0.95, perplexity: 2.1 };
const run = { ...figures, forgotten: 0.7, kept: 0.9, score: 0.8, seconds: 20 };
const npo: MethodSummary = {
  method: 'npo',
  title: 'NPO',
  trials: 12,
  runs: [run, { ...run, saga: 0.2 }],
  forgotten: 0.7,
  kept: 0.9,
};

test('a row has the mean and the spread of its seeds', () => {
  const [, , before, row] = summaryTable([npo], { ...figures, saga: 0.983 }).split('\n');
  expect(before).toMatch(/before .* 98\.3% /);
  expect(row).toMatch(/NPO .* 12 .* 15 ± 7\.1% .* 50 ± 0% /);
});

test('the chart has a point for each seed, and further up for more kept', () => {
  const heights = (kept: number) =>
    [...scatter([{ ...npo, runs: [{ forgotten: 0.5, kept }] }]).matchAll(/<circle .*cy="([\d.]+)"/g)].map(
      ([, y]) => Number(y),
    );
  expect(heights(0.9)).toHaveLength(1);
  expect(heights(0.9)[0]).toBeLessThan(heights(0.5)[0] ?? 0);
});

test('only what is between the markers is replaced', () => {
  const document = 'a\n<!-- methods: written by npm run methods -->\nold\n<!-- /methods -->\nb';
  expect(between(document, 'new')).toBe(document.replace('old', 'new'));
  expect(() => between('a', 'new')).toThrow('expected the lines');
});
