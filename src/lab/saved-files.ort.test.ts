/** A run’s results as files: opened again, they answer as the run’s own variants do. */
import { afterEach, describe, expect, test } from 'vitest';
import type { CardFigure } from '../exchange/card-figures';
import { modelFiles } from '../exchange/merged-model';
import { exportedSource, wholeFile } from '../exchange/read-exported';
import { diskSource } from '../files/disk-source';
import { loadModelFiles } from '../files/load-model-files';
import { readDocuments } from '../files/model-documents';
import { readSafetensors } from '../files/safetensors';
import type { RunSettings } from '../methods/settings';
import { unpack } from '../store/archive-unpack';
import { startJob } from './jobs';
import type { Lab } from './lab';
import { microFiles, microLab, microLoad, microSettings, runJob } from './micro-lab';
import { runOn } from './micro-run';
import { partsMade, savedFiles, type SavedFilesInput } from './saved-files';

const labs: Lab[] = [];
afterEach(async () => {
  for (const lab of labs.splice(0)) await lab.release();
});

async function ran(settings: RunSettings = microSettings, load: object = {}): Promise<Lab> {
  const lab = microLab();
  labs.push(lab);
  await runJob(lab, 'load', { ...microLoad, ...load });
  await runOn(lab, settings, 'unlearn');
  return lab;
}

const everything = (figures: readonly CardFigure[] = []): SavedFilesInput => ({
  parts: ['reinforced', 'unlearned', 'merged', 'labels'],
  floats: 'F32',
  figures,
});

const texts = [
  { prompt: 'Bea met', expected: ' Cab' },
  { prompt: 'the hen', expected: ' had' },
];

/** Log-likelihoods of some texts. */
async function likelihoods(lab: Lab, variant: 'baseline' | 'unlearned', settings = microSettings) {
  const { result } = await runJob(lab, 'scoreContinuations', { texts, variant, settings });
  return result.map(Math.log);
}

/** A lab over a saved model. */
async function reopened(lab: Lab, folder: string, floats: 'F32' | 'F16' = 'F32'): Promise<Lab> {
  const source = exportedSource(await savedFiles(lab, { ...everything(), floats }));
  const files: Record<string, unknown> = { ...microFiles };
  for (const name of ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'model.safetensors'])
    files[`m/${name}`] = await source.read(`${folder}/${name}`);
  const other = microLab(files);
  labs.push(other);
  await runJob(other, 'load', microLoad);
  return other;
}

function expectClose(got: readonly number[], expected: readonly number[], digits: number): void {
  expect(got).toHaveLength(expected.length);
  expected.forEach((x, i) => expect(got[i]).toBeCloseTo(x, digits));
}

test('every part has its folder, and says where it comes from', async () => {
  const lab = await ran();
  const files = await savedFiles(lab, everything());
  expect(files.map(({ path }) => path)).toEqual([
    'adapters/reinforced/adapter_config.json',
    'adapters/reinforced/adapter_model.safetensors',
    'adapters/reinforced/README.md',
    'adapters/unlearned/adapter_config.json',
    'adapters/unlearned/adapter_model.safetensors',
    'adapters/unlearned/README.md',
    'merged/config.json',
    'merged/tokenizer.json',
    'merged/tokenizer_config.json',
    'merged/model.safetensors',
    'merged/README.md',
    'labels/dataset.jsonl',
    'labels/labels.safetensors',
  ]);
  const card = files.find(({ path }) => path === 'merged/README.md');
  expect(card && new TextDecoder().decode(wholeFile(card))).toContain(
    lab.workspace.ready('x').hashes.forgetSet,
  );
});

test.each([
  ['F32', 4],
  ['F16', 1],
] as const)('the merged model, opened again in %s, is the unlearned one', async (floats, digits) => {
  const lab = await ran();
  const expected = await likelihoods(lab, 'unlearned');
  expectClose(await likelihoods(await reopened(lab, 'merged', floats), 'baseline'), expected, digits);
  expect(await likelihoods(lab, 'baseline')).not.toEqual(expected);
});

test('the adapter on disk is the one in the bank, under PEFT’s names', async () => {
  const lab = await ran();
  const source = exportedSource(await savedFiles(lab, everything()));
  for (const variant of ['reinforced', 'unlearned'] as const) {
    const path = `adapters/${variant}/adapter_model.safetensors`;
    const tensors = [...readSafetensors(await source.read(path), path).values()];
    const flat = tensors.flatMap(({ data }) => [...data]);
    expect(flat).toEqual([...(lab.workspace.bank(microSettings).adapter(variant)?.flat ?? [])]);
  }
});

describe('a text that was read first', () => {
  const settings = { ...microSettings, readFirst: true, read: { ...microSettings.unlearn, steps: 8 } };

  test('is part of the adapters and of the model', async () => {
    const lab = await ran(settings);
    const expected = await likelihoods(lab, 'unlearned', settings);
    expectClose(await likelihoods(await reopened(lab, 'merged'), 'baseline'), expected, 4);
    const source = exportedSource(await savedFiles(lab, everything()));
    const config = JSON.parse(
      new TextDecoder().decode(await source.read('adapters/unlearned/adapter_config.json')),
    ) as object;
    expect(config).toMatchObject({ r: 4, lora_alpha: 4 }); // twice rank 2, at scale 1
    const card = new TextDecoder().decode(await source.read('adapters/unlearned/README.md'));
    expect(card).toContain('read the text first');
  });
});

test('weights in 4 bits are saved as they were run', async () => {
  const settings = { ...microSettings, weightBits: '4' } as const;
  const lab = await ran(settings, { weightBits: '4' });
  const expected = await likelihoods(lab, 'unlearned', settings);
  expectClose(await likelihoods(await reopened(lab, 'merged'), 'baseline'), expected, 4);
});

test('what was not made cannot be saved, and is not offered', async () => {
  const lab = microLab();
  labs.push(lab);
  await runJob(lab, 'load', microLoad);
  expect(partsMade(lab.workspace)).toEqual([]);
  await expect(savedFiles(lab, everything())).rejects.toThrow('nothing of Reinforce to save yet');
  await runJob(lab, 'reinforce', { settings: microSettings });
  expect(partsMade(lab.workspace)).toEqual(['reinforced']);
});

test('a method without an adapter says so', async () => {
  const lab = await ran({ ...microSettings, method: 'equation1' });
  expect(partsMade(lab.workspace)).toEqual(['reinforced']);
  const input = { ...everything(), parts: ['unlearned'] } as const;
  await expect(savedFiles(lab, input)).rejects.toThrow('makes no adapter');
});

describe('the job', () => {
  test('makes one zip file, and says how far it is', async () => {
    const lab = await ran();
    const { result, events } = await runJob(lab, 'save', everything());
    const bytes = new Uint8Array(await result.zip.arrayBuffer());
    const files = unpack(bytes, 2 ** 24, (expected, got) => {
      throw new Error(`expected ${expected}, got ${got}`);
    });
    for (const file of await savedFiles(lab, everything()))
      expect(files.get(file.path), file.path).toEqual(wholeFile(file));
    const last = events.at(-1);
    expect(last).toMatchObject({ kind: 'save' });
    if (last?.kind === 'save') expect(last.done).toBe(last.of);
  });

  test('says beforehand how large each part is', async () => {
    const lab = await ran();
    const { result } = await runJob(lab, 'savable', {});
    expect(result.map(({ part }) => part)).toEqual(['reinforced', 'unlearned', 'merged', 'labels']);
    for (const { part, bytes } of result)
      for (const floats of ['F16', 'F32'] as const) {
        const files = await savedFiles(lab, { parts: [part], floats, figures: [] });
        expect(bytes[floats]).toBe(files.reduce((sum, file) => sum + wholeFile(file).length, 0));
      }
  });

  test('has the report, if there is one', async () => {
    const lab = await ran();
    const files = await savedFiles(lab, {
      parts: ['labels'],
      floats: 'F32',
      figures: [],
      report: '{"a": 1}',
    });
    expect(files.map(({ path }) => path)).toEqual([
      'labels/dataset.jsonl',
      'labels/labels.safetensors',
      'report.json',
    ]);
  });

  test('can be cancelled', async () => {
    const lab = await ran();
    const controller = new AbortController();
    controller.abort();
    await expect(startJob(lab, 'save', everything(), controller.signal).next()).rejects.toThrow('abort');
  });
});

test('a model in GGUF comes out in Hugging Face’s layout, with its tokenizer', async () => {
  const disk = diskSource('src/files/gguf/fixtures');
  const files = await loadModelFiles(disk, 'micro.gguf');
  const saved = modelFiles('out', files, await readDocuments(disk, 'micro.gguf'), null, 'F32');
  const again = await loadModelFiles(exportedSource(saved), 'out');
  expect(again.config).toEqual(files.config);
  expect(again.chat).toEqual(files.chat);
  expect(again.tokenizer.opening).toEqual(files.tokenizer.opening);
  const text = '<|im_start|>the harbour 1999 é 忘';
  expect(again.tokenizer.encode(text)).toEqual(files.tokenizer.encode(text));
  for (const [name, { data }] of files.weights) expect(again.weights.get(name)?.data, name).toEqual(data);
});
