/** Sweeps of a micro model, as they are started, in processes of their own. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { wholeFile } from '../../src/exchange/read-exported';
import { diskSource } from '../../src/files/disk-source';
import { openModelFiles } from '../../src/files/load-model-files';
import { LocalHub } from '../../src/hub/local-hub';
import { microFiles, microSettings } from '../../src/lab/micro-lab';
import { asFiles } from '../lab/micro-folder';
import { writeFiles } from '../lab/save-folder';
import type { Result } from '../unlearn/result';
import { runOne } from '../unlearn/run-one';
import { readSweepOptions } from './options';

const folder = mkdtempSync(join(tmpdir(), 'sweep-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync('.cache/hub/sweep--micro', { recursive: true, force: true });
});

const items = { 'w/development/split.json': { split: 'development' } };
const development = ['everyday.json', 'prompts.json'].map((name): [string, unknown] => [
  `w/development/${name}`,
  microFiles[`w/${name}`],
]);
writeFiles(folder, asFiles({ ...microFiles, ...items, ...Object.fromEntries(development) }));
const { blockLength, lora, reinforce, unlearn } = microSettings;
const plan = join(folder, 'plan.json');
const short = { blockLength, lora, reinforce, unlearn };
writeFileSync(
  plan,
  JSON.stringify([0, 2, 5].map((alpha) => ({ name: `alpha ${alpha}`, changes: { ...short, alpha } }))),
);

/** The same model, as the Hub would have it. */
const inHub = Object.fromEntries(
  asFiles(microFiles).flatMap((file) =>
    file.path.startsWith('m/') ? [[file.path.slice(2), wholeFile(file)]] : [],
  ),
);

const MICRO_GGUF = 'src/files/gguf/fixtures/micro.gguf';
const common = ['--world', join(folder, 'w'), '--evaluate', 'text'];
const onDisk = ['--model', join(folder, 'm')];
const started = (out: string, workers: string, model: readonly string[]) =>
  spawn('node', [
    ...['--import', 'tsx', 'tools/sweep/main.ts', plan, '--out', join(folder, out), '--workers', workers],
    ...[...common, ...model],
  ]);

async function ended(out: string, workers: string, model: readonly string[] = onDisk): Promise<string> {
  const sweep = started(out, workers, model);
  let said = '';
  for (const stream of [sweep.stdout, sweep.stderr]) stream.on('data', (text) => (said += String(text)));
  const code = await new Promise((resolve) => sweep.on('exit', resolve));
  expect(code, said).toBe(0);
  return said;
}

/** Without how long it took. */
const rowsOf = (out: string): object[] => {
  const { runs } = JSON.parse(readFileSync(join(folder, out, 'results.json'), 'utf8')) as { runs: Result[] };
  return runs.map(({ seconds: _, ...row }) => row);
};
const finished = (out: string): string[] =>
  existsSync(join(folder, out))
    ? readdirSync(join(folder, out)).filter((name) => /^[0-9a-f]{16}\.json$/u.test(name))
    : [];

test('two workers, killed and started again, and with the model from the Hub, give the rows of one', async () => {
  await ended('one', '1');
  const rows = rowsOf('one');
  expect(rows.map((row) => (row as Result).name)).toEqual(['alpha 0', 'alpha 2', 'alpha 5']);
  expect(JSON.stringify(rows[0])).not.toBe(JSON.stringify(rows[2]));

  const hub = new LocalHub({ 'sweep/micro': { files: inHub } });
  const named = ['--model', 'sweep/micro', '--mirror', await hub.start()];
  const killed = started('two', '2', named);
  await expect.poll(() => finished('two').length, { timeout: 50_000 }).toBeGreaterThan(0);
  killed.kill('SIGKILL');
  const made = finished('two').map((name) => join(folder, 'two', name));
  const times = made.map((path) => statSync(path).mtimeMs);
  const said = await ended('two', '2', named);
  hub.stop();
  const lists = hub.asked.filter(({ path }) => path.startsWith('/api/'));
  expect(lists).toHaveLength(2); // by each start, and by none of its processes
  expect(hub.asked.filter(({ path }) => path.endsWith('.safetensors'))).toHaveLength(1);
  expect(said).toMatch(/^3 runs, [123] of them finished before/mu);
  expect(made.map((path) => statSync(path).mtimeMs)).toEqual(times);
  expect(rowsOf('two')).toEqual(rows);
  expect(readFileSync(join(folder, 'two/table.md'), 'utf8')).toContain('alpha 5');
  expect(await ended('two', '1')).toContain('3 runs, 3 of them finished before');
}, 120_000);

test('a GGUF file is run, too', async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  const { runs } = readSweepOptions([plan, '--out', 'x', '--model', MICRO_GGUF, ...common]);
  const [config] = runs.runs;
  const { run, evaluation } = await runOne(runs, config ?? expect.fail('expected a run'));
  expect(evaluation?.hashes.model).toBe((await openModelFiles(diskSource('.'), MICRO_GGUF)).hash);
  expect(run.stages.unlearn).toMatchObject({ steps: unlearn.steps, lossLast: expect.any(Number) as number });
});

test.each([
  [['--out', 'x'], 'expected the plan first'],
  [[plan], '--out: expected the folder'],
  [[plan, '--out', 'x', '--workers', '0'], '--workers: expected a whole number from 1, got 0'],
  [[plan, '--out', 'x', '--set', 'alpha=1'], '--set is not for a sweep'],
  [[plan, '--out', 'x', '--device', 'cuda'], '--device: expected one of native, wasm, webgpu, got cuda'],
  [[plan, '--out', 'x', '--wrokers', '2'], '--wrokers is not an option'],
])('%j is refused', (args, sentence) => {
  expect(() => readSweepOptions(args)).toThrow(sentence);
});
