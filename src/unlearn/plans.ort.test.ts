/** Labels, scores and logits by one graph, and layer by layer with a few positions at a time. */
import { expect, test } from 'vitest';
import { prng } from '../base/prng';
import { adamWDefaults } from '../llama/adamw';
import { adapterLayout, allProjections } from '../llama/lora';
import { crossEntropy } from '../llama/loss';
import { AdapterBank } from '../model/adapter-bank';
import { executions, type Execution } from '../model/execution';
import { microConfig, microWeights } from '../model/micro';
import { Model } from '../model/model';
import { expectations, score } from '../model/score';
import { Trainer } from '../model/trainer';
import type { Device } from '../runtime/device';
import { openNative } from '../runtime/node';
import { BlockRows } from './block-rows';
import { labelBlocks } from './label';
import { aligned } from './micro-aligned';

const device = openNative(1);
const lora = { ...allProjections, rank: 2 };
const random = prng(6);
const flat = Float32Array.from(
  { length: adapterLayout(microConfig, lora).size },
  () => 0.2 * random.normal(),
);
const ids = Int32Array.from({ length: 24 }, () => random.below(microConfig.vocabSize));
const texts = [ids.subarray(0, 9), ids.subarray(4, 20), ids.subarray(11)];
const { whole } = executions;
const layered = { ...executions.layered, chunkBytes: 4 * 4 * microConfig.vocabSize };

async function on<R>(execution: Execution, use: (model: Model, bank: AdapterBank) => Promise<R>): Promise<R> {
  const model = await Model.open(device, microConfig, microWeights(microConfig), execution);
  const bank = new AdapterBank(device, microConfig, lora);
  await bank.set('reinforced', { lora, flat });
  const result = await use(model, bank);
  await bank.release();
  await model.release();
  return result;
}

const expectClose = (a: ArrayLike<number>, b: ArrayLike<number>): void => {
  expect(a.length).toBe(b.length);
  Array.from(a, (x, i) => expect(Math.abs(x - (b[i] ?? Number.NaN))).toBeLessThan(1e-4));
};

test('a block gets the same labels, for every α, with the same logits', async () => {
  const record = (model: Model, bank: AdapterBank) =>
    BlockRows.read(model, bank, aligned, { logitSpace: 'logprob', blockLength: 16 }).then((rows) =>
      rows.record(5),
    );
  const [one, other] = [await on(whole, record), await on(layered, record)];
  expect(other.labels).toEqual(one.labels);
  expect(other.envelope.ids).toEqual(one.envelope.ids);
  expectClose(other.envelope.from, one.envelope.from);
  for (const side of ['baseline', 'reinforced', 'generic'] as const) {
    expect(other[side].ids).toEqual(one[side].ids);
    expectClose(other[side].logits, one[side].logits);
    expectClose(other[side].logSum, one[side].logSum);
  }
});

test.each([{ variant: 'reinforced' } as const, { variant: 'equation1', alpha: 3, space: 'raw' } as const])(
  'texts get the same scores and predictions ($variant)',
  async (variantRef) => {
    const scored = (model: Model, bank: AdapterBank) => score({ model, bank, variantRef }, texts, 2);
    const [one, other] = [await on(whole, scored), await on(layered, scored)];
    one.forEach(({ nll, best }, i) => {
      expectClose(other[i]?.nll ?? [], nll);
      expect(other[i]?.best).toEqual(best);
    });
    const expected = async (model: Model, bank: AdapterBank) => {
      const all: number[] = [];
      for await (const group of expectations({ model, bank, variantRef }, texts, 2))
        for (const logs of group) all.push(...logs);
      return all;
    };
    expectClose(await on(layered, expected), await on(whole, expected));
  },
);

test('layer by layer, the graphs of a training and of labels are released when it ends', async () => {
  let live = 0;
  const compile: Device['compile'] = async (...input) => {
    const session = await device.compile(...input);
    live++;
    return { ...session, release: () => session.release().finally(() => live--) };
  };
  const model = await Model.open({ ...device, compile }, microConfig, microWeights(microConfig), layered);
  const bank = new AdapterBank(device, microConfig, lora);
  await bank.set('reinforced', { lora, flat });
  await score({ model, bank, variantRef: { variant: 'reinforced' } }, texts, 2);
  const before = live;
  expect(before).toBeGreaterThan(0);

  const trainable = { kind: 'adapter', lora } as const;
  const shape = { batch: 1, length: 8, trainable, objective: crossEntropy, optimizer: adamWDefaults };
  const trainer = await Trainer.start(model, shape, flat);
  await trainer.step({ ids: ids.slice(0, 8), labels: ids.slice(1, 9) }, 1e-3);
  expect(live).toBeGreaterThan(before);
  await trainer.release();
  expect(live).toBe(before);

  const most: number[] = [];
  const settings = { alpha: 5, logitSpace: 'raw', blockLength: 16 } as const;
  for await (const _ of labelBlocks(model, bank, [aligned], settings)) most.push(live);
  expect(Math.max(...most)).toBeGreaterThan(before);
  expect(live).toBe(before);
  await bank.release();
  await model.release();
});
