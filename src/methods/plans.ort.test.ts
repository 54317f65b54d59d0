/** Every objective, computed by one graph and layer by layer. */
import { describe, expect, test } from 'vitest';
import { prng } from '../base/prng';
import { adamWDefaults } from '../llama/adamw';
import { adapterLayout, allProjections, initialAdapter } from '../llama/lora';
import { crossEntropy } from '../llama/loss';
import type { Objective } from '../llama/objective';
import { executions, type Plan } from '../model/execution';
import { microConfig, microWeights } from '../model/micro';
import { Model } from '../model/model';
import type { TrainBatch } from '../model/train-batch';
import { Trainer } from '../model/trainer';
import { openNative } from '../runtime/node';
import { gradientAscent } from './gradient-ascent';
import { gradientDifference } from './gradient-difference';
import { negativePreference } from './npo';
import { misdirection } from './rmu';
import { simplePreference } from './simnpo';
import { withUnlikelihood } from './whp';

const device = openNative(1);
const lora = { ...allProjections, rank: 2 };
const [batch, length] = [3, 8];
/** Logits of five positions, so that the last of five chunks is not full. */
const CHUNK = 5 * 4 * microConfig.vocabSize;
const random = prng(5);
const ids = (): Int32Array => Int32Array.from({ length: batch * length }, () => random.below(48));
const made: TrainBatch[] = Array.from({ length: 6 }, () => ({
  ids: ids(),
  labels: ids().map((id, i) => (i % 5 === 0 ? -100 : id)),
  rowKinds: ['forget', 'forget', 'retain'],
  negatives: ids().map((id, i) => (i % 3 === 0 ? id : -100)),
  referenceLogProbs: Float32Array.from({ length: batch * length }, () => -3 * random.uniform()),
}));
const initial = initialAdapter(adapterLayout(microConfig, lora), prng(2));

async function trained(
  plan: Plan,
  objective: Objective,
  steps = made,
  from: Parameters<typeof Trainer.start>[2] = initial,
) {
  const model = await Model.open(device, microConfig, microWeights(microConfig), {
    ...executions[plan],
    chunkBytes: CHUNK,
  });
  const shape = {
    batch,
    length,
    trainable: { kind: 'adapter', lora },
    objective,
    optimizer: adamWDefaults,
  } as const;
  const trainer = await Trainer.start(model, shape, from);
  const reports = [];
  for (const one of steps) reports.push(await trainer.step(one, 1e-2));
  const state = await trainer.save();
  await trainer.release();
  await model.release();
  return { reports, state };
}

const furthest = (a: Float32Array, b: Float32Array): number =>
  a.reduce((most, x, i) => Math.max(most, Math.abs(x - (b[i] ?? Number.NaN))), 0);

describe.each([
  ['cross-entropy', crossEntropy],
  ['with unlikelihood', withUnlikelihood(0.5)],
  ['gradient ascent', gradientAscent],
  ['gradient difference', gradientDifference(2)],
  ['NPO, whose slopes depend on the logits', negativePreference({ beta: 0.3, retainWeight: 1 })],
  ['SimNPO, likewise', simplePreference({ beta: 2, gamma: 0, retainWeight: 1 })],
] as const)('%s, whole and layer by layer', (_, objective) => {
  test('has the same losses and adapters', async () => {
    const [whole, layered] = [await trained('whole', objective), await trained('layered', objective)];
    whole.reports.forEach(({ loss, gradientNorm }, i) => {
      expect(Math.abs((layered.reports[i]?.loss ?? NaN) / loss - 1)).toBeLessThan(1e-4);
      expect(Math.abs((layered.reports[i]?.gradientNorm ?? NaN) / gradientNorm - 1)).toBeLessThan(1e-4);
    });
    expect(furthest(whole.state.parameters, layered.state.parameters)).toBeLessThan(1e-4);
    expect(furthest(initial, layered.state.parameters)).toBeGreaterThan(1e-2);
  });
});

test('layer by layer, a training resumes with the same bits', async () => {
  const without = await trained('layered', crossEntropy);
  const first = await trained('layered', crossEntropy, made.slice(0, 3));
  const rest = await trained('layered', crossEntropy, made.slice(3), first.state);
  expect(rest.state).toEqual(without.state);
});

test('an objective that reads hidden states is refused by name', async () => {
  await expect(trained('layered', misdirection({ layer: 1, steering: 2, retainWeight: 1 }))).rejects.toThrow(
    'rmu',
  );
});
