/** Embedding and head in parts, where a device has small buffers: the same model, by both plans. */
import { afterAll, describe, expect, test } from 'vitest';
import { prng } from '../base/prng';
import { adamWDefaults } from '../llama/adamw';
import { adapterLayout, allProjections, initialAdapter } from '../llama/lora';
import { crossEntropy } from '../llama/loss';
import type { Device } from '../runtime/device';
import { readF32 } from '../runtime/device';
import { openNative } from '../runtime/node';
import { AdapterBank } from './adapter-bank';
import { executions, plans, type Execution } from './execution';
import { generate } from './generate';
import { logits } from './logits';
import { microConfig, microWeights } from './micro';
import { Model } from './model';
import { Trainer } from './trainer';

const device = openNative(1);
afterAll(() => device.release());
/** No weight of a block is as long as a part of a table. */
const config = { ...microConfig, intermediateSize: 12 };
const { vocabSize: V, hiddenSize: H } = config;
const lora = { ...allProjections, rank: 2 };
const random = prng(7);
/** Every token, so that every row of each part is read. */
const ids = Int32Array.from({ length: V }, (_, id) => (id * 5) % V);
const labels = Int32Array.from({ length: V }, () => random.below(V));
const initial = initialAdapter(adapterLayout(config, lora), prng(2));

/** `rows`: of the tables that fit into a buffer. */
const withBuffers = (rows: number): Device => ({ ...device, largestBuffer: 4 * H * rows + 3 });

async function run(on: Device, tiedHead: boolean, execution: Execution) {
  const weights = new Map(microWeights({ ...config, tiedHead }));
  const model = await Model.open(on, { ...config, tiedHead }, weights, execution);
  const bank = new AdapterBank(on, config, lora);
  const tensor = await logits(model, bank, [{ ids, variant: 'baseline' }], V);
  const read = (await readF32(tensor)).slice();
  tensor.release();
  const trainable = { kind: 'adapter', lora } as const;
  const shape = { batch: 1, length: V, trainable, objective: crossEntropy, optimizer: adamWDefaults };
  const trainer = await Trainer.start(model, shape, initial);
  const losses = [];
  for (let i = 0; i < 3; i++) losses.push((await trainer.step({ ids, labels }, 1e-2)).loss);
  await trainer.release();
  const tokens = [];
  const asked = [{ variant: 'baseline', ids: ids.slice(0, 20) }] as const;
  for await (const step of generate(model, bank, asked, { maxTokens: 6, stopAt: [] }))
    for (const { id } of step) tokens.push(id);
  const stored = [...model.weights.tensors.keys()].filter((name) => name.includes('.rows.')).length;
  await bank.release();
  await model.release();
  return { read, losses, tokens, stored };
}

describe.each(plans)('plan %s', (plan) => {
  test.each([
    ['tied', true, 3],
    ['of its own', false, 6],
  ] as const)('tables in three parts, head %s', async (_name, tiedHead, parts) => {
    const expected = await run(device, tiedHead, executions[plan]);
    const found = await run(withBuffers(V / 3 + 1), tiedHead, executions[plan]);
    expect([expected.stored, found.stored]).toEqual([0, parts]);
    expect(found.read).toHaveLength(expected.read.length);
    found.read.forEach((x, i) => {
      expect(x).toBeCloseTo(expected.read[i] ?? Number.NaN, 5);
    });
    found.losses.forEach((loss, i) => {
      expect(loss).toBeCloseTo(expected.losses[i] ?? Number.NaN, 5);
    });
    expect(found.tokens).toEqual(expected.tokens);
  });
});

test('a weight that no buffer holds is refused by name', async () => {
  const small = { ...device, largestBuffer: 4 * H * 2 };
  await expect(Model.open(small, microConfig, microWeights(microConfig))).rejects.toMatchObject({
    code: 'weights/too-long',
  });
});
