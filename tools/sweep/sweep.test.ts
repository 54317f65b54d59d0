/** Sweeps of a micro model, as they are started, in processes of their own. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { microFiles, microSettings } from '../../src/lab/micro-lab';
import { asFiles } from '../lab/micro-folder';
import { writeFiles } from '../lab/save-folder';
import type { Result } from '../unlearn/result';
import { readSweepOptions } from './options';

const folder = mkdtempSync(join(tmpdir(), 'sweep-'));
afterAll(() => rmSync(folder, { recursive: true }));

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

const command = (out: string, workers: string): string[] => [
  ...[plan, '--out', join(folder, out), '--workers', workers],
  ...['--model', join(folder, 'm'), '--world', join(folder, 'w'), '--evaluate', 'text'],
];
const started = (out: string, workers: string) =>
  spawn('node', ['--import', 'tsx', 'tools/sweep/main.ts', ...command(out, workers)]);

async function ended(out: string, workers: string): Promise<string> {
  const sweep = started(out, workers);
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

test('two workers, killed and started again, give the rows of one, and compute none twice', async () => {
  await ended('one', '1');
  const rows = rowsOf('one');
  expect(rows.map((row) => (row as Result).name)).toEqual(['alpha 0', 'alpha 2', 'alpha 5']);
  expect(JSON.stringify(rows[0])).not.toBe(JSON.stringify(rows[2]));

  const killed = started('two', '2');
  await expect.poll(() => finished('two').length, { timeout: 50_000 }).toBeGreaterThan(0);
  killed.kill('SIGKILL');
  const made = finished('two').map((name) => join(folder, 'two', name));
  const times = made.map((path) => statSync(path).mtimeMs);
  const said = await ended('two', '2');
  expect(said).toMatch(/^3 runs, [123] of them finished before/u);
  expect(made.map((path) => statSync(path).mtimeMs)).toEqual(times);
  expect(rowsOf('two')).toEqual(rows);
  expect(readFileSync(join(folder, 'two/table.md'), 'utf8')).toContain('alpha 5');
  expect(await ended('two', '1')).toContain('3 runs, 3 of them finished before');
}, 120_000);

test.each([
  [['--out', 'x'], 'expected the plan first'],
  [[plan], '--out: expected the folder'],
  [[plan, '--out', 'x', '--workers', '0'], '--workers: expected a whole number from 1, got 0'],
  [[plan, '--out', 'x', '--set', 'alpha=1'], '--set is not for a sweep'],
  [[plan, '--out', 'x', '--wrokers', '2'], '--wrokers is not an option'],
])('%j is refused', (args, sentence) => {
  expect(() => readSweepOptions(args)).toThrow(sentence);
});
