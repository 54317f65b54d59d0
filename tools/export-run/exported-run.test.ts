/** What leaves for another machine is complete, and says what Lethe would run. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentHash } from '../../src/base/hash';
import { v } from '../../src/base/schema';
import { exportedSource } from '../../src/exchange/read-exported';
import { diskSource } from '../../src/files/disk-source';
import { hashOf, loadDataset } from '../../src/lab/dataset';
import { hashesOf } from '../../src/lab/hashes';
import { settingLeaves, settingsFor } from '../../src/methods/settings';
import { repeatedSentences } from '../../src/text/repeated-sentences';
import { microLabels } from '../../src/unlearn/micro-labels';
import { writeLabels } from '../../src/unlearn/write-labels';
import { exportedRun, readExportOptions } from './exported-run';

const read = async (...args: string[]) => {
  const files = await exportedRun(readExportOptions(args));
  const source = exportedSource(files);
  const textOf = async (path: string): Promise<string> => new TextDecoder().decode(await source.read(path));
  const run = v.parse(
    v.object({
      format: v.string(),
      settings: v.record(v.string(), v.unknown()),
      hashes: v.record(v.string(), v.string()),
      split: v.nullable(v.string()),
    }),
    JSON.parse(await textOf('run.json')),
  );
  return { names: files.map(({ path }) => path), source, textOf, run };
};

test('settings as given; texts and dictionary that Lethe reads again as the same', async () => {
  const { run, source } = await read('--set', 'seed=4', '--set', 'alpha=3', '--split', 'development');
  expect(run.settings).toEqual({ ...settingsFor('whp'), seed: 4, alpha: 3 });
  const dataset = await loadDataset(diskSource('public'), 'worlds/marrowmere', 'development');
  const folder = { read: (path: string) => source.read(path.replace(/^run\//, '')) };
  const opened = await loadDataset(folder, 'run');
  expect({ ...opened, split: dataset.split }).toEqual(dataset);
  expect(run.hashes).toEqual(hashesOf(run.hashes.model ?? '', dataset));
  expect(run.split).toBe('development');
});

test('hashes that train.py computes again from the files', async () => {
  const { run, textOf } = await read('--set', 'seed=4');
  const jsonOf = async (name: string): Promise<unknown> => JSON.parse(await textOf(`${name}.json`));
  const again = async (name: string): Promise<string> => contentHash(JSON.stringify(await jsonOf(name)));
  expect(run.hashes).toMatchObject({
    forgetSet: await again('forget'),
    retainSet: await again('retain'),
    heldOut: await again('everyday'),
    questions: await again('prompts'),
  });
  const entry = v.object({ term: v.string(), translations: v.array(v.string()) });
  const { terms } = v.parse(v.object({ terms: v.array(entry) }), await jsonOf('terms'));
  expect(run.hashes.dictionary).toBe(contentHash(JSON.stringify(terms)));
});

test('the repeated sentences, where they are forgotten', async () => {
  const sentences = async (...args: string[]): Promise<string[]> => {
    const { textOf } = await read(...args);
    const shape = v.object({ sentences: v.array(v.object({ term: v.string() })) });
    return v.parse(shape, JSON.parse(await textOf('terms.json'))).sentences.map(({ term }) => term);
  };
  const { forget, retain, dictionary } = await loadDataset(diskSource('public'), 'worlds/marrowmere');
  const found = repeatedSentences(
    forget.passages,
    retain.passages,
    dictionary.map(({ term }) => term),
  ).map(({ sentence }) => sentence);
  expect(found.length).toBeGreaterThan(5);
  expect(await sentences()).toEqual(found);
  expect(await sentences('--preset', 'paper')).toEqual([]);
});

test('every program that another one imports, what they require, and nothing of a machine', async () => {
  const { names, textOf, run } = await read();
  const programs = names.filter((name) => name.endsWith('.py'));
  expect(programs).toContain('train.py');
  const required = (await textOf('requirements.txt')).split('\n').map((line) => line.replace(/==.*/, ''));
  const sources = await Promise.all(programs.map(textOf));
  const own = programs.map((name) => name.replace('.py', ''));
  const imported = sources.flatMap((code) =>
    Array.from(code.matchAll(/^(?:from|import) (\w+)/gm), ([, name = '']) => name),
  );
  const standard =
    /^(?:argparse|bisect|collections|contextlib|copy|dataclasses|datetime|functools|hashlib|json|math|os|pathlib|time|typing|unicodedata)$/;
  const unknown = imported.filter(
    (name) => !own.includes(name) && !required.includes(name) && !standard.test(name),
  );
  expect(unknown).toEqual([]);
  expect(await textOf('run.py')).toContain(`FORMAT = "${run.format}"`);
  expect(names).toEqual(
    expect.arrayContaining(['README.md', 'accelerate-one.yaml', 'accelerate-several.yaml']),
  );
});

test.each([
  [[], 4, '8, 4'], // reinforce 8, unlearn 4
  [['--set', 'unlearn.batch=8'], 8, '8'],
  [['--set', 'unlearn.batch=2'], 2, '8, 2'],
  [['--set', 'unlearn.batch=3'], 1, '8, 3'],
  [['--method', 'npo', '--set', 'unlearn.batch=6'], 6, '6'], // nothing else is trained
])('%j: as many processes as can share the batches', async (args, count, batches) => {
  const text = await (await read(...args)).textOf('accelerate-several.yaml');
  expect(text).toContain(`\nnum_processes: ${count} # divides the batch (${batches});`);
  expect(text).toContain('distributed_type: MULTI_GPU\n');
  expect(text).toContain('\ngpu_ids: all\n');
});

test('every setting is read there, or has no effect there', async () => {
  const { names, textOf } = await read();
  const programs = await Promise.all(names.filter((name) => name.endsWith('.py')).map(textOf));
  const code = programs.join('\n');
  // As a key, or as a parameter of a loss.
  const isRead = (name: string): boolean => code.includes(`"${name}"`) || code.includes(`${name}: float`);
  const others = settingLeaves
    .map(({ path }) => path.join('.'))
    .filter((path) => !path.split('.').every(isRead));
  expect(others).toEqual(['plan']); // how Lethe divides its work
});

test('every choice is computed there, but for a method without an adapter and weights in fewer bits', async () => {
  const code = await (await read()).textOf('run.py');
  const named = (list = ''): string[] => Array.from(list.matchAll(/"(\w+)"/gu), ([, name = '']) => name);
  const missing = settingLeaves.flatMap(({ path, field }) => {
    const name = path.at(-1) ?? '';
    const computed = named(new RegExp(`"${name}": \\((.*?)\\)`, 'u').exec(code)?.[1]);
    const options = field.kind === 'choice' && name !== 'plan' ? field.options : []; // plan: how Lethe divides its work
    return options.filter((option) => !computed.includes(option)).map((option) => `${name}: ${option}`);
  });
  expect(missing).toEqual(['method: equation1', 'weightBits: 16', 'weightBits: 8', 'weightBits: 4']);
});

test('where it is written is asked before anything is read; a zip file of before is written anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  const zip = join(folder, 'run.zip');
  writeFileSync(zip, '');
  expect(readExportOptions(['--save', zip]).save).toBe(zip);
  expect(() => readExportOptions(['--save', join(folder, 'none', 'run.zip')])).toThrow(
    'a folder that exists',
  );
  expect(() => readExportOptions(['--save', folder])).toThrow('a new or an empty folder');
  writeFileSync(join(folder, 'file'), '');
  expect(() => readExportOptions(['--save', join(folder, 'file')])).toThrow('a new or an empty folder');
  rmSync(folder, { recursive: true });
});

test('labels of the run go along; those of another one are refused by what differs', async () => {
  const dataset = await loadDataset(diskSource('public'), 'worlds/marrowmere');
  const micro = microLabels();
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  const saved = (world: string): string => {
    const origin = {
      ...micro.origin,
      settings: settingsFor('whp'),
      hashes: { ...micro.origin.hashes, world },
    };
    const path = join(folder, `${world}.safetensors`);
    writeFileSync(path, writeLabels({ ...micro, origin }));
    return path;
  };
  const own = saved(hashOf(dataset));
  const { names, textOf } = await read('--labels', own);
  expect(names).toEqual(expect.arrayContaining(['labels/dataset.jsonl', 'labels/origin.json']));
  expect((await textOf('labels/dataset.jsonl')).trimEnd().split('\n')).toHaveLength(micro.blocks.length);
  await expect(read('--labels', own, '--set', 'alpha=3')).rejects.toThrow('other alpha');
  await expect(read('--labels', saved('another'))).rejects.toThrow('other texts');
  await expect(read('--labels', 'public/models/base/config.json')).rejects.toThrow('config.json');
  await expect(read('--labels')).rejects.toThrow('--labels: expected a value');
  rmSync(folder, { recursive: true });
});

test.each([
  [['--seeds', '1,2'], '--seed and --set'],
  [['--model', 'owner/name'], 'train.py --model owner/name'],
  [['--watch', '20'], '--watch would be ignored'],
  [['--json', 'report.json'], '--json would be ignored'],
])('%j is refused', async (args, sentence) => {
  await expect(exportedRun(readExportOptions(args))).rejects.toThrow(sentence);
});
