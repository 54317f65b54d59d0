/** Objectives through the training step against torch, transformers and peft (tools/golden/objectives.py). */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { v } from '../base/schema';
import { adamWDefaults } from '../llama/adamw';
import { parseConfig } from '../llama/config';
import { formula, formulaWeights } from '../llama/golden/formula';
import { gradientDifference, npo, rmu } from '../llama/golden/objectives';
import { adapterLayout, allProjections } from '../llama/lora';
import { crossEntropy } from '../llama/loss';
import type { Objective } from '../llama/objective';
import { openNative } from '../runtime/node';
import { Model } from './model';
import { IGNORED, type TrainBatch } from './train-batch';
import { Trainer } from './trainer';

const numbers = v.array(v.number());
const perLabel = v.array(v.array(numbers)); // [B, T, K]
const made = v.object({ loss: v.number(), gradient: numbers });
const golden = v.parse(
  v.object({
    config: v.unknown(),
    rank: v.number(),
    loraAlpha: v.number(),
    ids: v.array(numbers),
    labels: perLabel,
    shares: perLabel,
    rowKinds: v.array(v.picklist(['forget', 'retain'])),
    referenceLogProbs: numbers,
    retainWeight: v.number(),
    beta: v.number(),
    layer: v.number(),
    steering: numbers,
    rmuWeight: v.number(),
    objectives: v.object({ crossEntropy: made, gradientDifference: made, npo: made, rmu: made }),
  }),
  JSON.parse(readFileSync(new URL('golden/objectives.json', import.meta.url), 'utf8')),
);

const config = parseConfig(golden.config);
const lora = { ...allProjections, rank: golden.rank, loraAlpha: golden.loraAlpha };
const batch: TrainBatch = {
  ids: Int32Array.from(golden.ids.flat()),
  labels: Int32Array.from(golden.labels.flat(2)),
  shares: Float32Array.from(golden.shares.flat(2)),
  rowKinds: golden.rowKinds,
  referenceLogProbs: Float32Array.from(golden.referenceLogProbs),
};

const device = openNative();
afterAll(() => device.release());

/** The loss and, as the first moment with β₁ = 0, the gradient. */
async function step(objective: Objective, input: TrainBatch) {
  const model = await Model.open(device, config, formulaWeights(config));
  const layout = adapterLayout(config, lora);
  const initial = new Float32Array(layout.size);
  [...layout.parts.values()].forEach(({ shape, offset }, t) => initial.set(formula(t, shape, 0.1), offset));
  const shape = {
    batch: golden.ids.length,
    length: golden.ids[0]?.length ?? 0,
    targets: golden.labels[0]?.[0]?.length ?? 0,
    trainable: { kind: 'adapter', lora },
    objective,
    optimizer: { ...adamWDefaults, beta1: 0, gradientClip: null },
  } as const;
  const trainer = await Trainer.start(model, shape, initial);
  const { loss } = await trainer.step(input, 0);
  const { firstMoment: gradient } = await trainer.save();
  await trainer.release();
  await model.release();
  return { loss, gradient };
}

const { retainWeight, beta, layer, steering, rmuWeight, objectives } = golden;
const cases = [
  { objective: crossEntropy, want: objectives.crossEntropy },
  { objective: gradientDifference(retainWeight), want: objectives.gradientDifference },
  { objective: npo(beta), want: objectives.npo },
  { objective: rmu(layer, steering, rmuWeight), want: objectives.rmu },
];

describe.each(cases)('$objective.id', ({ objective, want }) => {
  test('loss within 1e-5 and LoRA gradient within 1e-4 of torch', async () => {
    const { loss, gradient } = await step(objective, batch);
    expect(Math.abs(loss - want.loss)).toBeLessThanOrEqual(1e-5 * Math.max(1, Math.abs(want.loss)));
    expect(gradient.length).toBe(want.gradient.length);
    const worst = want.gradient.reduce((max, x, i) => Math.max(max, Math.abs(x - (gradient[i] ?? NaN))), 0);
    expect(worst).toBeLessThanOrEqual(1e-4 * Math.max(...want.gradient.map(Math.abs)));
  });
});

test('forget and retain rows alike fall silent where a batch has none', async () => {
  const labels = batch.labels.map((label, i) => (i < batch.labels.length / 2 ? label : IGNORED));
  const forgetOnly = await step(crossEntropy, { ...batch, labels });
  const { loss } = await step(gradientDifference(1), { ...batch, labels });
  expect(loss).toBeCloseTo(-forgetOnly.loss, 5);
  const nothing = await step(gradientDifference(1), { ...batch, labels: labels.map(() => IGNORED) });
  expect(nothing.loss).toBe(0);
  expect(nothing.gradient.every((x) => x === 0)).toBe(true);
});

test('a batch without what the objective reads is refused', async () => {
  const { ids, labels } = batch;
  await expect(step(gradientDifference(1), { ids, labels })).rejects.toThrow('rowKinds');
  const rowKinds = golden.rowKinds;
  await expect(step(npo(1), { ids, labels, rowKinds })).rejects.toThrow('referenceLogProbs');
});
