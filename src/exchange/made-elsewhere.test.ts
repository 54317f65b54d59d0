/** The folder of tools/cluster, as tools/golden/cluster.py keeps it, and what is wrong with others. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeReport } from '../evaluate/report-file';
import { writeContainer, readContainer } from '../files/tensor-container';
import { madeFiles, readMade } from './made-elsewhere';
import { microMadeIn } from './micro-made';

const fixture = (path: string) =>
  new Uint8Array(readFileSync(new URL(`../lab/fixtures/cluster/${path}`, import.meta.url)));
const encode = (text: string) => new TextEncoder().encode(text);

const whole: ReadonlyMap<string, Uint8Array> = microMadeIn('made');

const changed = (file: string, bytes: Uint8Array | null) => {
  const files = new Map<string, Uint8Array>(whole);
  if (bytes === null) files.delete(`made/${file}`);
  else files.set(`made/${file}`, bytes);
  return files;
};
const UNLEARNED = 'adapters/unlearned/adapter_model.safetensors';

test('a run, where it was made, its adapters, its losses and its labels', () => {
  const { report, losses, adapters, labels } = readMade(whole);
  expect(report.made).toMatchObject({ by: 'train.py', processes: 1, device: 'cpu', model: 'm' });
  expect(report.made?.labels).toEqual({ given: false, reviewed: 0 });
  expect(losses).toHaveLength(12);
  expect(adapters.map(({ name }) => name)).toEqual(['reinforced', 'unlearned']);
  expect(labels?.blocks).toBeGreaterThan(3);
  expect(labels?.tokens).toBeGreaterThan(100);
});

test('the name of the folder does not matter, nor do other files in it', () => {
  const files = new Map([...whole].map(([path, bytes]) => [path.replace('made/', ''), bytes]));
  expect(readMade(files.set('unlearn.checkpoint', encode('…'))).adapters).toHaveLength(2);
});

test('a run of which all weights were trained has no adapters', () => {
  const { report } = readMade(whole);
  const full = { ...report, made: { by: 'train.py', isFull: true } };
  const files = new Map([...whole].filter(([path]) => !path.includes('adapters')));
  expect(readMade(files.set('made/report.json', encode(writeReport(full)))).adapters).toEqual([]);
});

test('a run without a reinforced model', () => {
  const files = new Map([...whole].filter(([path]) => !path.includes('reinforced')));
  expect(readMade(files).adapters.map(({ name }) => name)).toEqual(['unlearned']);
});

test.each(madeFiles)('without %s it is refused by its name, with how to get it', (file) => {
  expect(() => readMade(changed(file, null))).toThrow(
    expect.objectContaining({
      code: 'made/missing',
      message: `The folder has no ${file}`,
      hint: expect.stringContaining('it goes on where it ended') as string,
    }) as Error,
  );
});

test('an adapter of another model is refused', () => {
  const { tensors, metadata } = readContainer(fixture('python/unlearned/adapter_model.safetensors'), 'x');
  expect(metadata.lethe_base_hash).toMatch(/^[0-9a-f]{64}$/u);
  const other = writeContainer({ tensors, metadata: { ...metadata, lethe_base_hash: '0'.repeat(64) } });
  expect(() => readMade(changed(UNLEARNED, other))).toThrow(
    expect.objectContaining({
      code: 'made/other-model',
      message: `made/${UNLEARNED} was trained on another model than report.json beside it`,
    }) as Error,
  );
});

test('a report of a later version is refused, with what to do', () => {
  const report = new TextDecoder().decode(fixture('report.json')).replace('"version": 1', '"version": 2');
  expect(() => readMade(changed('report.json', encode(report)))).toThrow(
    expect.objectContaining({
      code: 'file/newer',
      message: 'made/report.json has version 2 of its format, and this version of Lethe reads 1',
      hint: expect.stringContaining('Reload the page') as string,
    }) as Error,
  );
});

test.each([
  [UNLEARNED, 'a truncated adapter', fixture('python/unlearned/adapter_model.safetensors').slice(0, -100)],
  ['labels/dataset.jsonl', 'truncated labels', fixture('dataset.jsonl').slice(0, -100)],
  ['labels/dataset.jsonl', 'no labels', encode('\n')],
  ['labels/dataset.jsonl', 'labels of another length', encode('{"input_ids":[1,2],"labels":[-100]}')],
  ['losses.json', 'losses that are none', encode('{"unlearn":["low"]}')],
  [
    'report.json',
    'a changed report',
    encode(new TextDecoder().decode(fixture('report.json')).replace('cpu', 'gpu')),
  ],
])('%s: %s is refused by the name of the file', (file, _, bytes) => {
  expect(() => readMade(changed(file, bytes))).toThrow(
    expect.objectContaining({
      code: 'file/invalid',
      message: expect.stringContaining(`made/${file}`) as string,
    }) as Error,
  );
});
