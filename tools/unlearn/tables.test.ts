import { expect, test } from 'vitest';
import { sampleReport } from '../../src/evaluate/fixtures/report';
import type { Report } from '../../src/evaluate/report';
import { parseReport } from '../../src/evaluate/report-file';
import { summarize } from '../../src/unlearn/record';
import { defaultSettings } from '../../src/methods/settings';
import { markdownTable } from './markdown';
import { resultOf, type Result } from './result';
import type { RunReport } from './run-all';
import { runFile } from './run-file';
import { configsTable, metricsTable, spread, tablesOf } from './tables';

const run: RunReport = {
  backend: 'native',
  plan: 'whole',
  threads: 2,
  seed: 1,
  settings: defaultSettings,
  preset: 'focused',
  tokensTrained: 0,
  seconds: { total: 3 },
  hashes: { model: 'm', world: 'w' },
  stages: {
    read: null,
    reinforce: null,
    label: { seconds: 1, steps: 2, lossFirst: null, lossLast: null },
    unlearn: { seconds: 2, steps: 3, lossFirst: 1, lossLast: 0.5 },
  },
  labels: { ...summarize([]), supervisedShare: 0.5, changedShare: 0.5 },
  names: { before: 0.5, after: 0.1 },
  perplexity: { before: 2, after: 2.1 },
  completions: [],
};

const report = (familiarity: number): Report => ({
  ...sampleReport,
  evaluation: {
    seconds: 3,
    baseline: { familiarity: { agg_value: 2, value_by_index: {} } },
    unlearned: {
      familiarity: { agg_value: familiarity, value_by_index: {} },
      forgetQuality: { agg_value: null, value_by_index: {} },
    },
  },
  attacks: {
    context: { items: {}, voices: { unlearned: { answers: { agg_value: 0.25, value_by_index: {} } } } },
  },
  curves: {
    relearning: {
      unlearned: [
        [0, familiarity],
        [5, 1],
      ],
      gold: [[0, 0]],
    },
  },
});
const result = (name: string, seed: number, familiarity: number): Result =>
  resultOf(name, { ...run, seed }, report(familiarity));

test('a table is padded, and no cell breaks it', () => {
  expect(markdownTable(['', 'a|b'], [['one', '1'], ['two']]).split('\n')).toEqual([
    '|      | a\\|b |',
    '| ---- | ---: |',
    '| one  |    1 |',
    '| two  |      |',
  ]);
});

test('several values are a mean and a sample standard deviation', () => {
  expect(spread([1, 2, 3])).toBe('2 ± 1');
  expect(spread([0.1, null, undefined])).toBe('0.1');
  expect(spread([0.97033, 0.97033, 0.97033])).toBe('0.97 ± 0');
  expect(spread([null])).toBe('–');
});

test('a run becomes plain numbers', () => {
  expect(result('x', 2, 1)).toMatchObject({
    seed: 2,
    seconds: { method: 3, evaluation: 3 },
    figures: { baseline: { familiarity: 2 }, unlearned: { familiarity: 1, forgetQuality: null } },
    attacks: { unlearned: { context: 0.25 } },
  });
});

test('seeds share one cell, variants are columns', () => {
  const rows = metricsTable([result('x', 1, 1), result('x', 2, 2)]).split('\n');
  expect(rows[0]).toMatch(/baseline \|\s+unlearned/);
  expect(rows[2]).toMatch(/Completion familiarity\s+\|\s+2 ± 0 \| 1\.5 ± 0\.71/);
});

test('configs are rows, below the variants they are compared with', () => {
  const rows = configsTable([result('x', 1, 1), result('x', 2, 2), result('y', 1, 0)]).split('\n');
  expect(rows.slice(2).map((row) => row.split('|')[1]?.trim())).toEqual(['baseline', 'gold', 'x', 'y']);
  expect(rows[4]).toContain('1.5 ± 0.71');
});

test('everything together has a title for each config', () => {
  const text = tablesOf([result('x', 1, 1), result('x', 2, 2), result('y', 1, 0)]);
  expect(text.match(/^## .*$/gm)).toEqual([
    '## Unlearned by each config',
    '## x, seeds 1, 2',
    '## y, seed 1',
  ]);
  expect(text).toMatch(/relearning, step \|\s+0 \|\s+5 \|/);
  expect(text).toMatch(/context +\| +0\.25 ± 0/);
});

test('the file of a run is also a report that the page opens', () => {
  const file = runFile({ run, evaluation: sampleReport });
  expect(parseReport(file)).toEqual(sampleReport);
  expect(JSON.parse(file)).toMatchObject({ names: run.names, evaluation: { baseline: { familiarity: {} } } });
  expect(JSON.parse(runFile({ run, evaluation: null }))).toMatchObject({ seed: 1 });
});
