import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskSource } from '../files/disk-source';
import { sampleReport } from '../evaluate/fixtures/report';
import { itemCount, parseReport, writeReport } from '../evaluate/report';
import { summarize } from '../unlearn/record';
import { defaultSettings } from '../methods/settings';
import { loadRecordedLabels, loadRecordedReport, loadRecordedRun, recordedFiles } from './load-recorded';
import { parseRecordedRun, recordedVariants, joinTokens, type RecordedRun } from './recorded-run';
import { shorten } from './shorten';
import { writeRecordedRun } from './write-recorded-run';

const token = { text: ' Bea', probability: 0.25, top: [{ text: ' Ada', probability: 0.5 }] };
const run: RecordedRun = {
  made: { date: '2026-01-31', backend: 'native', threads: 2 },
  settings: defaultSettings,
  model: 'm',
  world: 'w',
  hashes: { model: 'a', world: 'b' },
  parameters: 12,
  reinforce: { seconds: 1.5, losses: [2, 1.25], tokens: 1024 },
  label: { seconds: 1, summary: { positions: 9, supervised: 8, changed: 3, movedByEquation1: 1 } },
  unlearn: {
    seconds: 2,
    losses: [3, 2],
    tokens: 1024,
    probes: [
      {
        kind: 'probe',
        step: 0,
        figures: { familiarity: 1.5, answers: 1, general: null, perplexity: 2, repetition: 0 },
        trace: [0.5],
        warnings: [{ kind: 'perplexity', step: 0, value: 9, limit: 8 }],
      },
    ],
  },
  measures: { before: { names: 0.5, perplexity: 2 }, after: { names: 0.125, perplexity: 2.25 } },
  answers: [
    {
      kind: 'neighbour',
      prompt: 'She met',
      references: ['Bea'],
      tokens: { baseline: [token, token], reinforced: [token], equation1: [], unlearned: [token], gold: [] },
      byAlpha: [{ alpha: 2, tokens: [{ ...token, top: [] }] }],
    },
  ],
};

describe('a recorded run', () => {
  test('survives a round trip through its file', () => {
    expect(parseRecordedRun(JSON.parse(writeRecordedRun(run)), 'run.json')).toEqual(run);
    expect(joinTokens(run.answers[0]?.tokens.baseline ?? [])).toBe(' Bea Bea');
  });

  test('keeps its settings exact, and measured numbers to four figures', () => {
    const settings = { ...defaultSettings, alpha: 1.23456 };
    const measures = { ...run.measures, before: { names: 0.123456, perplexity: 2 } };
    const read = parseRecordedRun(JSON.parse(writeRecordedRun({ ...run, settings, measures })), 'run.json');
    expect(read.settings.alpha).toBe(1.23456);
    expect(read.measures.before.names).toBe(0.1235);
  });

  test.each([
    ['another format', { format: 'x' }],
    ['another version', { version: 2 }],
    ['no settings', { settings: undefined }],
    ['no answers', { answers: undefined }],
    ['a token that is none', { answers: [{ ...run.answers[0], tokens: { baseline: [['a']] } }] }],
  ])('with %s is refused', (_, change) => {
    const file: unknown = JSON.parse(writeRecordedRun(run));
    expect(() => parseRecordedRun(Object.assign({}, file, change), 'run.json')).toThrow();
  });
});

test('a report is shortened to a few items; its figures do not change', () => {
  const short = shorten(sampleReport, 1);
  expect(parseReport(writeReport(short))).toEqual(JSON.parse(JSON.stringify(short)));
  const metrics = (report: typeof short) =>
    recordedVariants.map((variant) =>
      Object.values(report.evaluation[variant] ?? {}).map(({ agg_value, interval }) => [agg_value, interval]),
    );
  expect(metrics(short)).toEqual(metrics(sampleReport));
  const counts = Object.values(short.items).map((items) => Object.keys(items).length);
  expect(Math.max(...counts)).toBe(1);
  const familiarity = short.evaluation.baseline?.familiarity;
  expect(familiarity && itemCount(familiarity)).toEqual({ kept: 1, all: 2 });
  expect(short.evaluation.unlearned?.familiarity?.n).toBeUndefined();
  expect(shorten(short, 0).evaluation.baseline?.familiarity?.n).toBe(2);
});

describe.runIf(existsSync('public/recorded'))('the shipped recording', () => {
  const source = diskSource('public');

  test('is one run of the shipped data set, in at most 500 KB', async () => {
    const { hashes, settings, answers, label, reinforce, unlearn } = await loadRecordedRun(source);
    const labels = await loadRecordedLabels(source);
    const report = await loadRecordedReport(source);
    expect(labels.origin).toMatchObject({ hashes, settings });
    expect(report.hashes).toMatchObject(hashes);
    expect(report.seeds.run).toBe(settings.seed);
    expect(reinforce.losses).toHaveLength(settings.reinforce.steps);
    expect(unlearn.losses).toHaveLength(settings.unlearn.steps);
    expect(answers.length).toBeGreaterThan(3);
    expect(summarize(labels.blocks).positions).toBeLessThan(label.summary.positions);
    const sizes = Object.values(recordedFiles).map((name) => statSync(join('public', name)).size);
    expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(500_000);
  });
});
