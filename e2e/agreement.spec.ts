/** The page's report on WASM agrees with the headless one on the native runtime, and its losses with those on WASM. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { measuredIn } from '../src/evaluate/measured';
import { parseReport, writeReport } from '../src/evaluate/report-file';
import { diskSource } from '../src/files/disk-source';
import type { FileSource } from '../src/files/source';
import { Lab } from '../src/lab/lab';
import { openNative } from '../src/runtime/node';
import { openWasmInNode } from '../src/runtime/ort-web-node';
import { parseSettings } from '../src/methods/settings';
import { runJob } from '../tools/lab/node-lab';
import { runStages } from '../tools/lab/run-stages';
import { readOptions } from '../tools/unlearn/options';
import { runAll } from '../tools/unlearn/run-all';
import { fewQuestions, microWorld, serve, type Stand } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

/** Absolute; relative for values above 1. */
const TOLERANCE = 1e-4;

/** The shipped files, with others in place of some. */
function sourceOf(files: Stand): FileSource {
  const shipped = diskSource('public');
  return {
    read(path) {
      const file = files.get(path);
      if (file === undefined) return shipped.read(path);
      return Promise.resolve(Buffer.isBuffer(file) ? file : new TextEncoder().encode(JSON.stringify(file)));
    },
  };
}

test('a report from the page and one from Node have the same completions and metrics', async ({ page }) => {
  const files = new Map([...microWorld(), ...fewQuestions()]);
  const lethe = new LethePage(page);
  await serve(page, files);
  await lethe.open();
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.set('reinforce', 'Steps', '3');
  await lethe.set('unlearn', 'Steps', '3');
  await lethe.run('evaluate');
  const stage = lethe.stage('evaluate');
  await stage.getByText('Save, print, open').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    stage.getByRole('button', { name: 'report.json', exact: true }).click(),
  ]);
  const inPage = parseReport(readFileSync(await download.path(), 'utf8'));
  const settings = parseSettings(inPage.settings);

  const native = () => Promise.resolve(openNative());
  const lab = new Lab(sourceOf(files), { wasm: native, webgpu: native });
  const plan = {
    folders: { model: 'models/base', world: 'worlds/marrowmere' },
    split: 'test' as const,
    settings,
    monitor: null,
    evaluate: {},
  };
  const { evaluation } = await runAll(lab, plan, () => undefined);
  await lab.release();

  if (!evaluation) throw new Error('expected an evaluation, got none');
  const inNode = parseReport(writeReport(evaluation)); // through the file, as the page's
  const [there, here] = [flat(measuredIn(inNode)), flat(measuredIn(inPage))];
  expect(here.length).toBeGreaterThan(1000); // the completions and their grades are in it
  expect(there.map(([path]) => path)).toEqual(here.map(([path]) => path));
  const differ = here.filter(([, value], i) => !agree(value, there[i]?.[1]));
  expect(differ).toEqual([]);
});

test('NPO gives the losses of `npm run unlearn -- --method npo` on the same binary', async ({ page }) => {
  const files = microWorld();
  const lethe = new LethePage(page);
  await serve(page, files);
  await lethe.open();
  await lethe.setUp(() => page.getByRole('radio', { name: 'NPO', exact: true }).check());
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.set('unlearn', 'Steps', '8');
  await lethe.run('unlearn');
  const inPage = await lethe.losses('unlearn');

  const [config] = readOptions(['--method', 'npo', '--set', 'unlearn.steps=8']).runs;
  if (!config) throw new Error('expected one run');
  const lab = new Lab(sourceOf(files), { wasm: openWasmInNode, webgpu: openWasmInNode });
  await runJob(lab, 'load', { backend: 'wasm', model: 'models/base', world: 'worlds/marrowmere' });
  const { reports } = await runStages(lab, 'unlearn', { settings: config.settings });
  await lab.release();
  const inNode = reports.unlearn?.losses.map((loss) => Number(loss.toFixed(6))); // as the page shows them
  expect(inPage).toHaveLength(8);
  expect(inNode).toEqual(inPage);
});

/** Every number and text of a value, with its path. */
function flat(value: unknown, path = ''): [path: string, value: unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, `${path}/${key}`));
}

function agree(a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a));
}
