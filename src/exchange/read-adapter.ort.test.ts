/** An adapter that PEFT made answers here as it does there (tools/golden/peft_made.py). */
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { v } from '../base/schema';
import { diskSource } from '../files/disk-source';
import { loadModelFiles } from '../files/load-model-files';
import { AdapterBank } from '../model/adapter-bank';
import { logits } from '../model/logits';
import { Model } from '../model/model';
import { readF32 } from '../runtime/device';
import { openNative } from '../runtime/node';
import { readAdapter } from './read-adapter';

const fixture = (path: string) => readFileSync(new URL(`fixtures/${path}`, import.meta.url));
const row = v.array(v.number());
const golden = v.parse(v.object({ ids: row, logits: row }), JSON.parse(fixture('made.json').toString()));
const device = openNative();
afterAll(() => device.release());

test('logits within 1e-5 of PEFT’s, with modules that have no matrices', async () => {
  const { config, weights } = await loadModelFiles(diskSource('src/exchange/fixtures/saved'), 'base');
  const { adapter, base, baseHash } = readAdapter(
    {
      config: fixture('made/adapter_config.json'),
      weights: fixture('made/adapter_model.safetensors'),
    },
    config,
  );
  expect([base, baseHash]).toEqual(['fixtures/saved/base', null]);
  expect(adapter.lora).toEqual({
    rank: 3,
    loraAlpha: 7,
    targets: ['q_proj', 'o_proj', 'gate_proj', 'down_proj'],
  });
  const model = await Model.open(device, config, weights);
  const bank = new AdapterBank(device, config, adapter.lora);
  const ids = Int32Array.from(golden.ids);
  const furthest = async (): Promise<number> => {
    const got = await readF32(await logits(model, bank, [{ ids, variant: 'unlearned' }], ids.length));
    expect(got).toHaveLength(golden.logits.length);
    return Math.max(...golden.logits.map((x, i) => Math.abs(x - (got[i] ?? Number.NaN))));
  };
  expect(await furthest()).toBeGreaterThan(0.1); // without the adapter
  await bank.set('unlearned', adapter);
  expect(await furthest()).toBeLessThanOrEqual(1e-5);
  await model.release();
});
