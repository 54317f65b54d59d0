import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { preset } from '../../src/methods/presets';
import { readOptions } from './options';

const sweep = join(mkdtempSync(join(tmpdir(), 'sweep-')), 'sweep.json');
writeFileSync(sweep, JSON.stringify([{ name: 'less', changes: { alpha: 4 } }]));

test('a run is evaluated on the test items, unless asked otherwise', () => {
  expect(readOptions([]).split).toBe('test');
  expect(readOptions(['--seeds', '1,2']).split).toBe('test');
  expect(readOptions(['--split', 'development']).split).toBe('development');
  expect(() => readOptions(['--split', 'train'])).toThrow();
});

test.each(['', '1,,2', '0x10', '1e3', 'one', '1.5'])('the seeds "%s" are refused', (seeds) => {
  expect(() => readOptions(['--seeds', seeds])).toThrow('"seed"');
});

test('a sweep is evaluated on the development items, and cannot be on others', () => {
  expect(readOptions(['--sweep', sweep]).split).toBe('development');
  expect(() => readOptions(['--sweep', sweep, '--split', 'test'])).toThrow(/development items/);
});

test('single settings can be changed, over a file and beside a method', () => {
  const [run] = readOptions(['--method', 'npo', '--set', 'unlearn.steps=40', '--set', 'npo.beta=0.5']).runs;
  expect(run?.settings).toMatchObject({ method: 'npo', unlearn: { steps: 40 }, npo: { beta: 0.5 } });
  expect(() => readOptions(['--set', 'unlearn.stps=40'])).toThrow(
    '"unlearn.stps": expected a known setting such as "unlearn.steps"',
  );
});

test('a preset is what the changes are applied to', () => {
  const [run] = readOptions(['--preset', 'paper', '--set', 'unlearn.steps=40']).runs;
  const paper = preset('paper');
  expect(run?.settings).toEqual({ ...paper, unlearn: { ...paper.unlearn, steps: 40 } });
  expect(() => readOptions(['--preset', 'paper', '--set', 'method=npo'])).toThrow(
    '--preset paper is for the method whp, not npo',
  );
  expect(() => readOptions(['--preset', 'pper'])).toThrow(/--preset: expected one of focused, .*, got pper/);
});

test('a run is native unless the page’s binary is asked for', () => {
  expect(readOptions([]).backend).toBe('native');
  expect(readOptions(['--backend', 'wasm']).backend).toBe('wasm');
  expect(readOptions(['--device', 'webgpu']).backend).toBe('webgpu');
  expect(() => readOptions(['--backend', 'tpu'])).toThrow(/--backend: expected one of native, .*, got tpu/);
});

test.each([
  [['--sttings', 'mine.json'], '--sttings is not an option; the nearest one is --settings'],
  [['--sweep', sweep, '--set', 'alpha=2'], '--set would be ignored beside --sweep'],
  [['--sweep', sweep, '--method', 'npo'], '--method would be ignored beside --sweep'],
  [['--preset', 'paper', '--method', 'npo'], '--method would be ignored beside --preset'],
  [['--seeds', '1,2', '--seed', '3'], '--seed would be ignored beside --seeds'],
  [['--seeds', '1,2', '--save', 'x'], '--save would be ignored beside --seeds'],
  [['--sweep', sweep, '--save', 'x'], '--save would be ignored beside --sweep'],
  [['--dictionary', 'mine.csv'], '--dictionary would be ignored without --text'],
])('nothing is ignored: %j', (args, reason) => {
  expect(() => readOptions(args)).toThrow(reason);
});

test('a folder to save in is new or empty, which is asked before the run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'save-'));
  expect(readOptions(['--save', folder]).save).toBe(folder);
  expect(readOptions(['--save', join(folder, 'new')]).save).toBe(join(folder, 'new'));
  writeFileSync(join(folder, 'report.json'), '{}');
  expect(() => readOptions(['--save', folder])).toThrow('expected a new or an empty folder');
});

test('a model of the Hub is one that is not among the shipped ones', () => {
  expect(readOptions([]).hub).toBeNull();
  expect(readOptions(['--model', 'me/tiny', '--file', 'a.gguf']).hub).toEqual({
    id: 'me/tiny',
    mirror: '',
    file: 'a.gguf',
  });
  expect(() => readOptions(['--mirror', 'https://a.b'])).toThrow('--mirror would be ignored');
});

test('a judge is named by its address, and evaluates what there is', () => {
  const { judge, evaluate, runs } = readOptions([
    '--judge',
    'http://localhost:1/v1',
    '--judge-model',
    'tiny',
  ]);
  expect(judge).toEqual({
    address: 'http://localhost:1/v1',
    model: 'tiny',
    keyFrom: 'OPENAI_API_KEY',
    atOnce: 1,
    option: '--judge-model',
  });
  const [run] = runs;
  expect(run && evaluate(run.settings)?.parts).toContain('completions');
  expect(() => readOptions(['--judge-model', 'tiny'])).toThrow('--judge-model');
});
