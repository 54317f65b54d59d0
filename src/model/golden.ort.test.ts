/** Lethe's graphs against torch, transformers and peft (tools/golden/llama.py). */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { v } from '../base/schema';
import { adamWDefaults } from '../llama/adamw';
import { parseConfig } from '../llama/config';
import { formula, formulaWeights } from '../llama/golden/formula';
import { familyNames } from '../llama/families';
import { adapterLayout, allProjections } from '../llama/lora';
import { crossEntropy } from '../llama/loss';
import { rateAt } from '../llama/schedule';
import { readF32 } from '../runtime/device';
import { openNative } from '../runtime/node';
import { AdapterBank } from './adapter-bank';
import { executions, plans } from './execution';
import { complete } from './generate';
import { logits } from './logits';
import { Model } from './model';
import { Trainer } from './trainer';

const folder = new URL('../llama/golden/', import.meta.url);
const schema = v.object({
  config: v.unknown(),
  ids: v.array(v.array(v.number())),
  labels: v.array(v.array(v.number())),
  logits: v.array(v.number()),
  greedy: v.array(v.number()),
  lora: v.optional(
    v.object({
      rank: v.number(),
      loraAlpha: v.number(),
      gradient: v.array(v.number()),
      losses: v.array(v.number()),
      trained: v.array(v.number()),
    }),
  ),
});
const goldens = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, ...v.parse(schema, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))) }));

const device = openNative();
afterAll(() => device.release());

const rowsOf = (ids: readonly (readonly number[])[]) =>
  ids.map((row) => ({ ids: Int32Array.from(row), variant: 'baseline' as const }));

function expectClose(got: Float32Array, expected: readonly number[], tolerance: number): void {
  expect(got.length).toBe(expected.length);
  const worst = expected.reduce((max, x, i) => Math.max(max, Math.abs(x - (got[i] ?? Number.NaN))), 0);
  expect(worst).toBeLessThanOrEqual(tolerance);
}

test('there are goldens for at least six configurations, and one with gradients for each family', () => {
  expect(goldens.length).toBeGreaterThanOrEqual(6);
  const withGradients = goldens.flatMap(({ name, lora }) => (lora ? [name.replace('.json', '')] : []));
  expect(withGradients).toEqual(expect.arrayContaining(familyNames));
});

describe.each(goldens)('$name', ({ config: json, ids, logits: expected, greedy }) => {
  const config = parseConfig(json);
  const open = () => Model.open(device, config, formulaWeights(config));

  test('logits equal transformers within 1e-4', async () => {
    const model = await open();
    const bank = new AdapterBank(device, config, allProjections);
    const tensor = await logits(model, bank, rowsOf(ids), ids[0]?.length ?? 0);
    expectClose(await readF32(tensor), expected, 1e-4);
    await model.release();
  });

  test('padding and batching do not change any number', async () => {
    const model = await open();
    const bank = new AdapterBank(device, config, allProjections);
    const [first] = rowsOf(ids);
    if (!first) throw new Error('no ids');
    const short = { ...first, ids: first.ids.subarray(0, 5) };
    const tensor = await logits(model, bank, [short, first], 12);
    const got = (await readF32(tensor)).subarray(0, 5 * config.vocabSize);
    expectClose(got, expected.slice(0, got.length), 1e-4);
    await model.release();
  });

  test('greedy decoding through the cache equals decoding with the full forward pass', async () => {
    const model = await open();
    const bank = new AdapterBank(device, config, allProjections);
    const prompts = [...rowsOf([greedy.slice(0, 4)]), ...rowsOf(ids)];
    const [text] = await complete(model, bank, prompts, { maxTokens: greedy.length - 4, stopAt: null });
    expect(text).toEqual(greedy.slice(4));
    await model.release();
  });
});

const tuned = goldens.flatMap((golden) => (golden.lora ? [{ ...golden, lora: golden.lora }] : []));

describe.each(tuned)('training $name', ({ config: json, ids, labels, lora }) => {
  test.each(plans)('LoRA gradients and 20 AdamW steps equal torch and peft by the plan %s', async (plan) => {
    const config = parseConfig(json);
    const model = await Model.open(device, config, formulaWeights(config), executions[plan]);
    const settings = { ...allProjections, rank: lora.rank, loraAlpha: lora.loraAlpha };
    const layout = adapterLayout(config, settings);
    const initial = new Float32Array(layout.size);
    [...layout.parts.values()].forEach(({ shape, offset }, t) => {
      initial.set(formula(t, shape, 0.3), offset);
    });
    const batch = { ids: Int32Array.from(ids.flat()), labels: Int32Array.from(labels.flat()) };
    const shape = {
      batch: ids.length,
      length: ids[0]?.length ?? 0,
      trainable: { kind: 'adapter', lora: settings },
      objective: crossEntropy,
    } as const;

    // With beta1 = 0 and no decay, the first mean is the gradient itself.
    const probe = await Trainer.start(
      model,
      { ...shape, optimizer: { ...adamWDefaults, beta1: 0, gradientClip: null } },
      initial,
    );
    await probe.step(batch, 0);
    const { firstMoment } = await probe.save();
    const largest = Math.max(...lora.gradient.map(Math.abs));
    expectClose(firstMoment, lora.gradient, 1e-4 * largest);
    await probe.release();

    const optimizer = { beta1: 0.9, beta2: 0.98, epsilon: 1e-8, weightDecay: 0.1, gradientClip: 0.5 };
    const trainer = await Trainer.start(model, { ...shape, optimizer }, initial);
    const losses: number[] = [];
    for (let step = 0; step < lora.losses.length; step++) {
      const rate = rateAt(step, {
        learningRate: 1e-2,
        schedule: 'linear',
        warmup: 0,
        steps: lora.losses.length,
      });
      losses.push((await trainer.step(batch, rate)).loss);
    }
    expectClose(Float32Array.from(losses), lora.losses, 1e-3);
    expectClose(await trainer.parameters(), lora.trained, 1e-3);
    await model.release();
  });
});
