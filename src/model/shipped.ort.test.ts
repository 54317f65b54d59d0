/** The shipped models and their tokenizer against Python's transformers and tokenizers (tools/golden/shipped.py). */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { v } from '../base/schema';
import { diskSource } from '../files/disk-source';
import { loadModelFiles } from '../files/load-model-files';
import { allProjections } from '../llama/lora';
import { readF32 } from '../runtime/device';
import { openNative } from '../runtime/node';
import { AdapterBank } from './adapter-bank';
import { logits } from './logits';
import { Model } from './model';

const row = v.array(v.number());
const golden = v.parse(
  v.object({
    text: v.string(),
    tokens: v.array(v.object({ text: v.string(), ids: row })),
    models: v.record(v.string(), v.object({ ids: row, topIds: v.array(row), topLogits: v.array(row) })),
  }),
  JSON.parse(readFileSync(new URL('golden/shipped.json', import.meta.url), 'utf8')),
);
const device = openNative();
afterAll(() => device.release());

describe.each(Object.entries(golden.models))('models/%s', (name, { ids, topIds, topLogits }) => {
  const files = loadModelFiles(diskSource('public'), `models/${name}`);

  test('logits equal transformers within 1e-3', async () => {
    const { config, weights, tokenizer } = await files;
    expect([...tokenizer.opening, ...tokenizer.encode(golden.text)]).toEqual(ids);
    const model = await Model.open(device, config, weights);
    const bank = new AdapterBank(device, config, allProjections);
    const sequences = [{ ids: Int32Array.from(ids), variant: 'baseline' as const }];
    const tensor = await logits(model, bank, sequences, ids.length);
    const got = await readF32(tensor);
    tensor.release();
    await bank.release();
    await model.release();
    topIds.forEach((best, position) => {
      const values = got.subarray(position * config.vocabSize, (position + 1) * config.vocabSize);
      best.forEach((id, rank) => {
        const expected = topLogits[position]?.[rank] ?? Number.NaN;
        expect(Math.abs((values[id] ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-3);
      });
      expect(values.indexOf(values.reduce((a, b) => Math.max(a, b)))).toBe(best[0]);
    });
  });

  test.each(golden.tokens)(
    'the tokenizer gives Python’s ids and the text back: $text',
    async ({ text, ids: expected }) => {
      const { tokenizer } = await files;
      expect([...tokenizer.encode(text)]).toEqual(expected);
      expect(tokenizer.decode(expected)).toBe(text);
    },
  );
});
