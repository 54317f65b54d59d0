/** What is saved, against PEFT and transformers, which opened the fixtures (tools/golden/peft_saved.py). */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { v } from '../base/schema';
import { exportedSource, wholeFile } from '../exchange/read-exported';
import { diskSource } from '../files/disk-source';
import { loadModelFiles } from '../files/load-model-files';
import { readContainer } from '../files/tensor-container';
import type { Adapter } from '../model/adapter-bank';
import { AdapterBank } from '../model/adapter-bank';
import { logits } from '../model/logits';
import { Model } from '../model/model';
import { readF32 } from '../runtime/device';
import { openNative } from '../runtime/node';
import { microAdapter, microSaved } from './micro-saved';

const fixtures = new URL('../exchange/fixtures/', import.meta.url);
const row = v.array(v.number());
const golden = v.parse(
  v.object({
    ids: row,
    base: row,
    adapter: row,
    merged: row,
    halves: row,
    tokens: v.array(v.object({ text: v.string(), ids: row, opened: row })),
  }),
  JSON.parse(readFileSync(new URL('saved.json', fixtures), 'utf8')),
);
const device = openNative();
afterAll(() => device.release());

const disk = diskSource('src/exchange/fixtures/saved');

/** The furthest that logits are from those of Python. */
async function furthest(
  folder: string,
  adapter: Adapter | null,
  expected: readonly number[],
): Promise<number> {
  const { config, weights } = await loadModelFiles(disk, folder);
  const made = adapter ?? microAdapter(config);
  const model = await Model.open(device, config, weights);
  const bank = new AdapterBank(device, config, made.lora);
  await bank.set('unlearned', adapter);
  const ids = Int32Array.from(golden.ids);
  const got = await readF32(await logits(model, bank, [{ ids, variant: 'unlearned' }], ids.length));
  await model.release();
  expect(got).toHaveLength(expected.length);
  return Math.max(...expected.map((x, i) => Math.abs(x - (got[i] ?? Number.NaN))));
}

test('what is saved today is what PEFT and transformers opened', async () => {
  const files = await microSaved();
  expect(files.length).toBeGreaterThan(8);
  for (const file of files) {
    const opened = readFileSync(new URL(`saved/${file.path}`, fixtures));
    const made = wholeFile(file);
    if (file.path.endsWith('.json')) expect(new TextDecoder().decode(made)).toBe(opened.toString());
    else expect(Buffer.compare(made, opened), file.path).toBe(0);
  }
});

describe('logits within 1e-5 of Python’s', () => {
  test('of the adapter in PEFT', async () => {
    const { config } = await loadModelFiles(disk, 'base');
    expect(await furthest('base', microAdapter(config), golden.adapter)).toBeLessThanOrEqual(1e-5);
    expect(await furthest('base', null, golden.adapter)).toBeGreaterThan(0.1);
  });

  test.each([
    ['merged', golden.merged],
    ['halves', golden.halves],
    ['base', golden.base],
  ])('of the model %s in transformers', async (folder, expected) => {
    expect(await furthest(folder, null, expected)).toBeLessThanOrEqual(1e-5);
  });
});

test.each(golden.tokens)(
  'the tokenizer has the ids of transformers: $text',
  async ({ text, ids, opened }) => {
    const { tokenizer } = await loadModelFiles(exportedSource(await microSaved()), 'merged');
    expect([...tokenizer.encode(text)]).toEqual(ids);
    expect([...tokenizer.opening, ...tokenizer.encode(text)]).toEqual(opened);
  },
);

test('PEFT’s names, and the hash of the base model', () => {
  const bytes = readFileSync(new URL('saved/adapter/adapter_model.safetensors', fixtures));
  const { metadata, tensors } = readContainer(bytes, 'adapter');
  expect(tensors.get('base_model.model.model.layers.1.mlp.down_proj.lora_A.weight')?.shape).toEqual([2, 32]);
  expect(metadata.format).toBe('pt');
  expect(metadata.lethe_base_hash).toMatch(/^[0-9a-f]{64}$/);
});
