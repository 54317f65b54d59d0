/** A GGUF model against transformers, and its tokenizer against Python's tokenizers (tools/golden/gguf.py). */
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
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
    ids: row,
    logits: v.record(v.string(), row),
    tokens: v.array(v.object({ text: v.string(), ids: row })),
  }),
  JSON.parse(readFileSync(new URL('golden/gguf.json', import.meta.url), 'utf8')),
);
const device = openNative();
afterAll(() => device.release());
const source = diskSource('src/files/gguf/fixtures');
const files = loadModelFiles(source, 'micro.gguf');

test.each(Object.entries(golden.logits))(
  'logits of %s equal transformers within 1e-4',
  async (name, expected) => {
    const { config, weights } = await loadModelFiles(source, `${name}.gguf`);
    const model = await Model.open(device, config, weights);
    const bank = new AdapterBank(device, config, allProjections);
    const ids = Int32Array.from(golden.ids);
    const tensor = await logits(model, bank, [{ ids, variant: 'baseline' }], ids.length);
    const got = await readF32(tensor);
    expect(got.length).toBe(expected.length);
    const off = expected.map((x, i) => Math.abs(x - (got[i] ?? Number.NaN)));
    expect(Math.max(...off)).toBeLessThanOrEqual(1e-4);
    await model.release();
  },
);

test.each(golden.tokens)(
  'the tokenizer gives Python’s ids and the text back: $text',
  async ({ text, ids }) => {
    const { tokenizer } = await files;
    expect([...tokenizer.encode(text)]).toEqual(ids);
    expect(tokenizer.decode(ids)).toBe(text);
  },
);
