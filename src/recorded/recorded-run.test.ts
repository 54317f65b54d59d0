import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { diskSource } from '../files/disk-source';
import { sampleReport } from '../evaluate/fixtures/report';
import { itemCount } from '../evaluate/measured';
import { parseReport, writeReport } from '../evaluate/report-file';

import { labelAt } from '../unlearn/alpha-envelope';
import { contendersAt } from '../unlearn/contenders';
import { labelsAt, summarize, supervised } from '../unlearn/record';
import { defaultSettings, settingFields } from '../methods/settings';
import {
  loadRecordedLabels,
  loadRecordedReport,
  loadRecordedRun,
  recordedFiles,
  recordedLimits,
} from './load-recorded';
import { microRecordedRun as run } from './micro-recorded-run';
import { parseRecordedRun, recordedVariants } from './recorded-run';
import { shorten } from './shorten';
import { writeRecordedRun } from './write-recorded-run';

describe('a recorded run', () => {
  test('survives a round trip through its file', () => {
    expect(parseRecordedRun(JSON.parse(writeRecordedRun(run)), 'run.json')).toEqual(run);
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

  test('is one run of the shipped data set, within its limits', async () => {
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
    expect(new Set(answers.map(({ kind }) => kind)).size).toBe(3);
    for (const { byAlpha } of answers)
      expect(byAlpha.map(({ alpha }) => alpha)).toEqual(Array.from({ length: 11 }, (_, alpha) => alpha));
    const paths = Object.values(recordedFiles).map((name) => join('public', name));
    const files = paths.filter((path) => existsSync(path)).map((path) => readFileSync(path));
    expect(files.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(recordedLimits.bytes);
    const proof = readFileSync(join('public', recordedFiles.proof));
    expect(gzipSync(proof).length).toBeLessThanOrEqual(recordedLimits.proofCompressed);
  });

  test('has both logits of every word that wins at some α, and opens where a name turns into another word', async () => {
    const labels = await loadRecordedLabels(source);
    const { min, max } = settingFields.alpha;
    for (const block of labels.blocks)
      for (const [row, i] of supervised(block).entries()) {
        const contenders = new Map(contendersAt(block, i).map((one) => [one.id, one]));
        for (let alpha = min; alpha <= max; alpha += 0.5) {
          const winner = contenders.get(labelAt(block.envelope, row, alpha));
          expect(winner?.baseline).not.toBeNull();
          expect(winner?.reinforced).not.toBeNull();
          expect(winner).toBeDefined();
        }
      }
    const { opening } = labels;
    const block = labels.blocks[opening?.block ?? -1];
    if (!opening || !block) throw new Error('no opening');
    const at = (alpha: number): number | undefined => labelsAt(block, alpha)[opening.position];
    const name = block.ids[opening.position + 1];
    expect(block.anchors.map(({ start }) => start)).toContain(opening.position + 1);
    expect([at(min), at(opening.alpha - 0.01)]).toEqual([name, name]);
    expect(at(opening.alpha + 0.01)).not.toBe(name);
  });
});
