/** Models with frozen weights of 16, 8 and 4 bits: the same as with those weights in f32, by both plans. */
import { afterAll, describe, expect, test } from 'vitest';
import { prng } from '../base/prng';
import { adamWDefaults } from '../llama/adamw';
import { adapterLayout, allProjections, initialAdapter } from '../llama/lora';
import { crossEntropy } from '../llama/loss';
import type { WeightBits } from '../llama/weight-bits';
import type { Device } from '../runtime/device';
import { openNative } from '../runtime/node';
import { openWasmInNode } from '../runtime/ort-web-node';
import { AdapterBank } from './adapter-bank';
import { executions, plans, type Execution } from './execution';
import { generate } from './generate';
import { microConfig, microWeights } from './micro';
import type { HostWeights } from './host-weights';
import { Model } from './model';
import { choosePlan } from './plan-bytes';
import { Trainer } from './trainer';

/** It copies what it is fed, as WASM does. */
const device = openNative(1, true);
afterAll(() => device.release());
/** Rows of 16 and of 40 inputs: blocks that are not full. */
const config = { ...microConfig, intermediateSize: 40 };
const weights = microWeights(config);
const lora = { ...allProjections, rank: 2 };
const [batch, length] = [2, 8];
const random = prng(5);
const ids = (n: number): Int32Array => Int32Array.from({ length: n }, () => random.below(48));
const batches = Array.from({ length: 4 }, () => ({ ids: ids(16), labels: ids(16) }));
const initial = initialAdapter(adapterLayout(config, lora), prng(2));
const prompt = ids(21);

/** To the nearest number of 11 binary digits, as which halves hold what is neither large nor tiny. */
function toElevenDigits(x: number): number {
  const step = 2 ** (Math.floor(Math.log2(Math.abs(x) || 1)) - 10);
  return Math.round(x / step) * step;
}

/** The weights as `bits` round them, by the plainest loop. */
function rounded(bits: number): HostWeights {
  const most = 2 ** bits - 1;
  return new Map(
    [...weights].map(([name, { shape, data }]) => {
      if (!name.endsWith('_proj.weight')) return [name, { shape, data }];
      if (bits === 16) return [name, { shape, data: data.map(toElevenDigits) }];
      const [columns, made] = [shape[1] ?? 0, data.slice()];
      for (let row = 0; row < made.length; row += columns)
        for (let start = row; start < row + columns; start += 32) {
          const block = made.subarray(start, Math.min(start + 32, row + columns));
          const [least, largest] = [Math.min(...block), Math.max(...block)];
          const step = (largest - least) / most;
          block.forEach((x, i) => (block[i] = least + Math.round((x - least) / step) * step));
        }
      return [name, { shape, data: made }];
    }),
  );
}

async function run(execution: Execution, from: HostWeights, on: Device = device) {
  const model = await Model.open(on, config, from, execution);
  const trainable = { kind: 'adapter', lora } as const;
  const shape = { batch, length, trainable, objective: crossEntropy, optimizer: adamWDefaults };
  const trainer = await Trainer.start(model, shape, initial);
  const reports = [];
  for (const one of batches) reports.push(await trainer.step(one, 1e-2));
  const { parameters } = await trainer.save();
  await trainer.release();
  const bank = new AdapterBank(on, config, lora);
  await bank.set('unlearned', { lora, flat: parameters });
  const tokens = [];
  const asked = [{ variant: 'unlearned', ids: prompt }] as const;
  for await (const step of generate(model, bank, asked, { maxTokens: 6, stopAt: [] }))
    for (const { id } of step) tokens.push(id);
  await bank.release();
  await model.release();
  return { reports, parameters, tokens };
}

describe.each(plans)('plan %s', (plan) => {
  test.each([16, 8, 4] as const)('%i bits train and write as the same weights in f32', async (weightBits) => {
    const expected = await run(executions[plan], rounded(weightBits));
    const found = await run({ ...executions[plan], weightBits }, weights);
    found.reports.forEach(({ loss, gradientNorm }, i) => {
      expect(Math.abs(loss / (expected.reports[i]?.loss ?? NaN) - 1)).toBeLessThan(1e-5);
      expect(Math.abs(gradientNorm / (expected.reports[i]?.gradientNorm ?? NaN) - 1)).toBeLessThan(1e-4);
    });
    found.parameters.forEach((x, i) => {
      expect(Math.abs(x - (expected.parameters[i] ?? NaN))).toBeLessThan(1e-4);
    });
    expect(found.tokens).toEqual(expected.tokens);
    const loaded = await run(executions[plan], weights);
    expect(Math.abs((loaded.reports[0]?.loss ?? NaN) - (expected.reports[0]?.loss ?? NaN))).toBeGreaterThan(
      1e-6,
    );
  });
});

test('16 bits on WASM give the same as natively', async () => {
  const execution = { ...executions.whole, weightBits: 16 } as const;
  const [expected, found] = [
    await run(execution, weights),
    await run(execution, weights, await openWasmInNode()),
  ];
  found.reports.forEach(({ loss }, i) => {
    expect(loss).toBeCloseTo(expected.reports[i]?.loss ?? Number.NaN, 4);
  });
  expect(found.tokens).toEqual(expected.tokens);
});

test('a card without halves is not given any', () => {
  const choose = (readsHalves: boolean, bits: 32 | 16) =>
    choosePlan(
      config,
      'auto',
      { batch, length, lora },
      { offers: 2 ** 32, copiesFeeds: false, readsHalves },
      bits,
    );
  expect(() => choose(false, 16)).toThrow('numbers of 16 bits');
  expect(choose(true, 16).execution.weightBits).toBe(16);
  expect(choose(false, 32).execution.weightBits).toBe(32);
});

test('fewer bits take fewer bytes', async () => {
  const bytesOf = async (weightBits: WeightBits): Promise<number> => {
    const model = await Model.open(device, config, weights, { ...executions.layered, weightBits });
    let bytes = 0;
    for (const [name, tensor] of model.weights.tensors)
      if (name.includes('down_proj')) bytes += (await tensor.read()).byteLength;
    await model.release();
    return bytes;
  };
  const layers = 2;
  expect(await bytesOf(32)).toBe(layers * 16 * 40 * 4);
  expect(await bytesOf(16)).toBe(layers * 16 * 40 * 2);
  expect(await bytesOf(8)).toBe(layers * 16 * 2 * (32 + 8));
  expect(await bytesOf(4)).toBe(layers * 16 * 2 * (16 + 8));
});
