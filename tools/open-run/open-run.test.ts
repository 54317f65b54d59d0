/** What train.py made is read from a disk, shown, and measured again on its model. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { figureIn } from '../../src/evaluate/figures';
import { bytesFile } from '../../src/exchange/exported-file';
import { microMade } from '../../src/exchange/micro-made';
import { clusterFiles, clusterRuns } from '../../src/lab/micro-cluster';
import { microFiles } from '../../src/lab/micro-lab';
import { zipPieces } from '../../src/store/archive-stream';
import { asFiles } from '../lab/micro-folder';
import { writeFiles } from '../lab/save-folder';
import { measured } from './measure';
import { readOpenOptions } from './options';
import { readMadeAt } from './read-made';
import { besideOf, rowOf } from './row';

const folder = mkdtempSync(join(tmpdir(), 'open-'));
const [model, made] = [join(folder, 'm'), join(folder, 'w/made')];
const kept = [...microMade].map(([path, bytes]) => bytesFile(path, bytes));

beforeAll(() => {
  writeFiles(folder, asFiles({ ...microFiles, ...clusterFiles, 'w/made/unlearn.checkpoint/a.bin': {} }));
  writeFiles(made, kept);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function again(found = readMadeAt(made), ...args: string[]) {
  const { measure } = readOpenOptions([made, '--model', model, ...args]);
  if (!measure) throw new Error('expected to measure');
  return measured(found, measure);
}

test('its row says where it was made, with its figures, losses, adapters and labels', () => {
  const row = rowOf(readMadeAt(made));
  expect(row).toMatch(/^made by train\.py, 1 process, cpu, \d{4}-\d\d-\d\d, model m$/mu);
  expect(row).toMatch(/Who’s Harry Potter\?, seed 1, model with the hash [0-9a-f]{12}/u);
  expect(row).toMatch(/Names expected +\| 0\.0327 \| +0\.037 /u);
  expect(row).toMatch(/Everyday perplexity +\| +65\.4 \| +64\.8 /u);
  expect(row).toMatch(/^12 steps of unlearning, loss [\d.]+ → [\d.]+$/mu);
  expect(row).toContain('adapters: reinforced, unlearned');
  expect(row).toMatch(/^generic labels: \d+ tokens in \d+ blocks, computed there, 0 reviewed$/mu);
});

test('a zip file, and a folder around that of the results, have the same row', () => {
  const zip = join(folder, 'made.zip');
  writeFileSync(zip, Buffer.concat([...zipPieces(kept)]));
  expect(rowOf(readMadeAt(zip))).toBe(rowOf(readMadeAt(made)));
  expect(rowOf(readMadeAt(join(folder, 'w')))).toBe(rowOf(readMadeAt(made)));
});

test('what is wrong is said as the page says it', () => {
  expect(() => readMadeAt(model)).toThrow(
    expect.objectContaining({ code: 'made/missing', message: 'The folder has no report.json' }) as Error,
  );
  const zip = join(folder, 'torn.zip');
  writeFileSync(zip, Buffer.concat([...zipPieces(kept)]).subarray(0, -9));
  expect(() => readMadeAt(zip)).toThrow(expect.objectContaining({ code: 'file/invalid' }) as Error);
});

test('its adapter gives the figures of its report, beside what Lethe alone measures', async () => {
  const { report } = readMadeAt(made);
  const own = await again();
  for (const variant of ['baseline', 'unlearned'] as const)
    for (const name of ['names', 'perplexity', 'answers'] as const) {
      const expected = figureIn(report, name, variant) ?? Number.NaN;
      const got = figureIn(own, name, variant) ?? Number.NaN;
      expect(Math.abs(got - expected), `${name} ${variant}`).toBeLessThanOrEqual(1e-4 * expected);
    }
  expect(figureIn(own, 'names', 'unlearned')).not.toBeCloseTo(figureIn(own, 'names', 'baseline') ?? 0, 4);
  expect(own.made).toEqual(report.made);
  expect(own.settings).toEqual(report.settings);
  const table = besideOf(report, own);
  expect(table).toMatch(/Names expected( +\| +0\.0327){2}( +\| +0\.037){2} \| +\d\.\de-\d \|/u);
  expect(table).toMatch(/Completion familiarity +\| +– \| +\d \| +– \| +\d \| +– \|/u);
});

test('of a run that read its text first, the adapter has what was read', async () => {
  const golden = JSON.parse(readFileSync('src/lab/fixtures/cluster/golden.json', 'utf8')) as {
    runs: { read: { measured: { unlearned: { names: number; perplexity: number } } } };
  };
  const file = (name: string) =>
    new Uint8Array(readFileSync(`src/lab/fixtures/cluster/read/unlearned/${name}`));
  const files = { config: file('adapter_config.json'), weights: file('adapter_model.safetensors') };
  const found = readMadeAt(made);
  const own = await again({
    ...found,
    report: { ...found.report, settings: { ...clusterRuns.read } },
    adapters: [{ name: 'unlearned', files }],
  });
  const { names, perplexity } = golden.runs.read.measured.unlearned;
  expect(figureIn(own, 'names', 'unlearned')).toBeCloseTo(names, 4);
  expect((figureIn(own, 'perplexity', 'unlearned') ?? 0) / perplexity).toBeCloseTo(1, 4);
  expect(own.evaluation.baseline).toBeUndefined();
});

test('another model, other texts, and a run without adapters are refused', async () => {
  await expect(again(undefined, '--model', 'models/base')).rejects.toThrow(
    /trained on the model with the hash [0-9a-f]{12}, and this one has [0-9a-f]{12}.*train\.py had, m\./u,
  );
  await expect(again(undefined, '--world', 'worlds/marrowmere')).rejects.toThrow(
    'other texts than these (text to forget, dictionary, held-out text, questions)',
  );
  const found = readMadeAt(made);
  const full = {
    ...found,
    report: { ...found.report, made: { by: 'train.py', isFull: true } },
    adapters: [],
  };
  await expect(again(full)).rejects.toThrow('the whole model is in models/unlearned');
});

test.each([
  [[], 'the folder of train.py’s results first'],
  [['nowhere'], 'nowhere: no such file'],
  [[folder, '--evaluate', 'full'], '--evaluate would be ignored'],
  [[folder, '--model', model, '--seed', '2'], '--seed is not for a run that was made'],
  [[folder, '--modle', model], 'the nearest one is --model'],
])('%j is refused', (args, sentence) => {
  expect(() => readOpenOptions(args)).toThrow(sentence);
});
