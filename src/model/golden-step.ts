/** One training step with an objective, on the batch of the torch reference (tools/golden/objectives.py), for tests. */
import { largest } from '../base/extremes';
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { v } from '../base/schema';
import { adamWDefaults } from '../llama/adamw';
import { parseConfig } from '../llama/config';
import { formula, formulaWeights } from '../llama/golden/formula';
import { adapterLayout, allProjections } from '../llama/lora';
import type { Objective } from '../llama/objective';
import type { Device } from '../runtime/device';
import { Model } from './model';
import type { TrainBatch } from './train-batch';
import { Trainer } from './trainer';

const numbers = v.array(v.number());
const perLabel = v.array(v.array(numbers)); // [B, T, K]
const made = v.object({ loss: v.number(), gradient: numbers });
export type Made = v.InferOutput<typeof made>;
export const golden = v.parse(
  v.object({
    config: v.unknown(),
    rank: v.number(),
    loraAlpha: v.number(),
    ids: v.array(numbers),
    labels: perLabel,
    shares: perLabel,
    negatives: v.array(numbers),
    unlikelihoodWeight: v.number(),
    rowKinds: v.array(v.picklist(['forget', 'retain'])),
    referenceLogProbs: numbers,
    retainWeight: v.number(),
    beta: v.number(),
    gamma: v.number(),
    layer: v.number(),
    steering: v.number(),
    direction: numbers,
    rmuWeight: v.number(),
    objectives: v.object({
      crossEntropy: made,
      gradientDifference: made,
      unlikelihood: made,
      npo: made,
      simNpo: made,
      gradientAscent: made,
      rmu: made,
    }),
  }),
  JSON.parse(readFileSync(new URL('golden/objectives.json', import.meta.url), 'utf8')),
);

const config = parseConfig(golden.config);
const lora = { ...allProjections, rank: golden.rank, loraAlpha: golden.loraAlpha };
export const goldenBatch: TrainBatch = {
  ids: Int32Array.from(golden.ids.flat()),
  labels: Int32Array.from(golden.labels.flat(2)),
  shares: Float32Array.from(golden.shares.flat(2)),
  rowKinds: golden.rowKinds,
  referenceLogProbs: Float32Array.from(golden.referenceLogProbs),
  negatives: Int32Array.from(golden.negatives.flat()),
};

/** The loss and, as the first moment with β₁ = 0, the gradient. */
export async function goldenStep(
  device: Device,
  objective: Objective,
  input: TrainBatch = goldenBatch,
): Promise<{ readonly loss: number; readonly gradient: Float32Array }> {
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

/** Expects the loss within 1e-5 and the LoRA gradient within 1e-4 of torch. */
export async function expectAsTorch(device: Device, objective: Objective, want: Made): Promise<void> {
  const { loss, gradient } = await goldenStep(device, objective);
  expect(Math.abs(loss - want.loss)).toBeLessThanOrEqual(1e-5 * Math.max(1, Math.abs(want.loss)));
  expect(gradient.length).toBe(want.gradient.length);
  const worst = want.gradient.reduce((max, x, i) => Math.max(max, Math.abs(x - (gradient[i] ?? NaN))), 0);
  expect(worst).toBeLessThanOrEqual(1e-4 * largest(want.gradient.map(Math.abs)));
}
