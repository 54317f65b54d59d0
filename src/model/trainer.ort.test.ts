import { afterAll, describe, expect, test } from 'vitest';
import { prng } from '../base/prng';
import { adamWDefaults } from '../llama/adamw';
import { trainLayout, type Trainable } from '../llama/graphs/train-step';
import { adapterLayout, allProjections, initialAdapter } from '../llama/lora';
import { layOut } from '../llama/layout';
import { crossEntropy } from '../llama/loss';
import { weightShapes } from '../llama/weights';
import type { Device } from '../runtime/device';
import { openNative } from '../runtime/node';
import { microConfig, microWeights } from './micro';
import { Model } from './model';
import { IGNORED, type TrainBatch } from './train-batch';
import { Trainer } from './trainer';

const device = openNative();
afterAll(() => device.release());

const lora = { ...allProjections, rank: 4 };
const shape = { batch: 2, length: 8, objective: crossEntropy, optimizer: adamWDefaults };
const settings = { ...shape, trainable: { kind: 'adapter', lora } } as const;
const initial = () => initialAdapter(adapterLayout(microConfig, lora), prng(3));

function batch(seed: number): TrainBatch {
  const random = prng(seed);
  const ids = Int32Array.from({ length: 16 }, () => random.below(microConfig.vocabSize));
  const labels = ids.map((_, i) => (i % 8 === 7 ? IGNORED : (ids[i + 1] ?? IGNORED)));
  return { ids, labels };
}

async function trained(trainer: Trainer, steps: number, from = 0): Promise<number[]> {
  const losses: number[] = [];
  for (let i = from; i < from + steps; i++) losses.push((await trainer.step(batch(i % 2), 2e-2)).loss);
  return losses;
}

const open = () => Model.open(device, microConfig, microWeights(microConfig));

describe('training', () => {
  test.each([
    ['all modules', lora],
    ['modules that have no others beside them', { ...lora, targets: ['q_proj', 'down_proj'] } as const],
  ])('as on a graphics card, where adapters of %s are stacked, gives the same', async (_, given) => {
    const card: Device = {
      ...device,
      info: { ...device.info, backend: 'webgpu' },
      compile: (graph, weights) => {
        if (graph.outputs.size === 0) throw new Error('a graphics card compiles no graph without results');
        return device.compile(graph, weights);
      },
    };
    const start = initialAdapter(adapterLayout(microConfig, given), prng(3));
    const run = async (on: Device) => {
      const model = await Model.open(on, microConfig, microWeights(microConfig));
      const adapter = { ...settings, trainable: { kind: 'adapter', lora: given } } as const;
      const trainer = await Trainer.start(model, adapter, start);
      const losses = await trained(trainer, 3);
      const again = await Trainer.start(model, adapter, await trainer.save());
      return { losses: [...losses, ...(await trained(again, 3, 3))], flat: await again.parameters() };
    };
    const [plain, stacked] = [await run(device), await run(card)];
    stacked.losses.forEach((loss, i) => {
      expect(loss).toBeCloseTo(plain.losses[i] ?? Number.NaN, 4);
    });
    expect(stacked.flat).toHaveLength(plain.flat.length);
    const off = stacked.flat.map((x, i) => Math.abs(x - (plain.flat[i] ?? Number.NaN)));
    expect(Math.max(...off)).toBeLessThan(1e-3);
    expect(plain.flat).not.toEqual(start);
  });

  test('memorises two batches', async () => {
    const trainer = await Trainer.start(await open(), settings, initial());
    const losses = await trained(trainer, 300);
    expect(losses[0]).toBeGreaterThan(3);
    expect(losses.at(-1)).toBeLessThan(1.5); // the frozen head of a random model cannot be more certain
  });

  test('gives the same bits twice', async () => {
    const run = async () => {
      const trainer = await Trainer.start(await open(), settings, initial());
      await trained(trainer, 10);
      return trainer.parameters();
    };
    expect(await run()).toEqual(await run());
  });

  test('resumes from a saved state with the same bits', async () => {
    const whole = await Trainer.start(await open(), settings, initial());
    await trained(whole, 10);
    const first = await Trainer.start(await open(), settings, initial());
    await trained(first, 4);
    const second = await Trainer.start(await open(), settings, await first.save());
    await trained(second, 6, 4);
    expect(await second.parameters()).toEqual(await whole.parameters());
  });

  test('ignores what follows an ignored position', async () => {
    const model = await open();
    const trainer = await Trainer.start(model, settings, initial());
    const { ids, labels } = batch(1);
    const padded = {
      ids: ids.map((id, i) => (i % 8 > 4 ? 0 : id)),
      labels: labels.map((id, i) => (i % 8 > 3 ? IGNORED : id)),
    };
    const other = { ...padded, ids: ids.map((id, i) => (i % 8 > 4 ? 7 : id)) };
    const [{ loss: a }, { loss: b }] = [await trainer.step(padded, 0), await trainer.step(other, 0)];
    expect(a).toBe(b);
  });

  test('soft labels: all on one token equals hard labels, and ignored labels do not count', async () => {
    const hard = await Trainer.start(await open(), settings, initial());
    const soft = await Trainer.start(await open(), { ...settings, targets: 2 }, initial());
    const { ids, labels } = batch(1);
    const widened = Int32Array.from({ length: 32 }, (_, i) => (i % 2 === 0 ? (labels[i / 2] ?? 0) : IGNORED));
    const report = await soft.step({ ids, labels: widened }, 1e-2);
    expect((await hard.step({ ids, labels }, 1e-2)).loss).toBeCloseTo(report.loss, 5);
    const [a, b] = [await hard.parameters(), await soft.parameters()];
    a.forEach((x, i) => expect(b[i]).toBeCloseTo(x, 6));
  });

  test('soft labels: the loss is the cross-entropy with their distribution', async () => {
    const loss = async (labels: Int32Array, shares?: Float32Array) => {
      const targets = labels.length / 16;
      const trainer = await Trainer.start(await open(), { ...settings, targets }, initial());
      const input = { ids: batch(1).ids, labels, ...(shares && { shares }) };
      return (await trainer.step(input, 0)).loss;
    };
    const one = (id: number) => new Int32Array(16).fill(id);
    const both = Int32Array.from({ length: 32 }, (_, i) => (i % 2 === 0 ? 3 : 4));
    const shares = Float32Array.from({ length: 32 }, (_, i) => (i % 2 === 0 ? 0.75 : 0.25));
    const expected = 0.75 * (await loss(one(3))) + 0.25 * (await loss(one(4)));
    expect(await loss(both, shares)).toBeCloseTo(expected, 5);
  });

  test('trains every weight by the same code', async () => {
    const trainable: Trainable = { kind: 'model' };
    const layout = layOut(weightShapes(microConfig));
    expect(trainLayout(microConfig, trainable)).toEqual(layout);
    const flat = new Float32Array(layout.size);
    for (const [name, { data }] of microWeights(microConfig)) flat.set(data, layout.parts.get(name)?.offset);
    const trainer = await Trainer.start(await open(), { ...shape, trainable }, flat);
    const losses = await trained(trainer, 100);
    expect(losses.at(-1)).toBeLessThan(0.2);
  });
});
