/** Every method’s objective through the training step against torch and PEFT (tools/golden/objectives.py). */
import { afterAll, describe, expect, test } from 'vitest';
import { constant } from '../graph/build';
import { crossEntropy } from '../llama/loss';
import type { Objective } from '../llama/objective';
import { expectAsTorch, golden, goldenBatch, goldenStep, type Made } from '../model/golden-step';
import { IGNORED } from '../model/train-batch';
import { openNative } from '../runtime/node';
import type { MethodName, methods } from './catalogue';
import { gradientAscent } from './gradient-ascent';
import { gradientDifference } from './gradient-difference';
import { negativePreference } from './npo';
import { misdirection } from './rmu';
import { simplePreference } from './simnpo';
import { withUnlikelihood } from './whp';

const device = openNative();
afterAll(() => device.release());

const { beta, gamma, retainWeight, objectives: made } = golden;
const direction = (H: number) => constant(Float32Array.from(golden.direction), [1, H]);
const ofRmu = { layer: golden.layer, steering: golden.steering, retainWeight: golden.rmuWeight };

type Trained = {
  [M in MethodName]: ReturnType<(typeof methods)[M]['unlearningOf']> extends { by: 'training' } ? M : never;
}[MethodName];

/** A method that trains without a reference does not compile. */
const references: Readonly<Record<Trained, readonly [Objective, Made]>> = {
  whp: [withUnlikelihood(golden.unlikelihoodWeight), made.unlikelihood],
  gradAscent: [gradientAscent, made.gradientAscent],
  gradDiff: [gradientDifference(retainWeight), made.gradientDifference],
  npo: [negativePreference({ beta, retainWeight }), made.npo],
  simNpo: [simplePreference({ beta, gamma, retainWeight }), made.simNpo],
  rmu: [misdirection(ofRmu, direction), made.rmu],
};

test.each(Object.entries(references))('%s: loss and LoRA gradient as in torch', (_, [objective, want]) =>
  expectAsTorch(device, objective, want),
);

test('cross-entropy: loss and LoRA gradient as in torch', () =>
  expectAsTorch(device, crossEntropy, made.crossEntropy));

test('without negative candidates, WHP is cross-entropy', async () => {
  const batch = { ...goldenBatch, negatives: goldenBatch.ids.map(() => IGNORED) };
  const { loss } = await goldenStep(device, withUnlikelihood(2), batch);
  expect(loss).toBeCloseTo((await goldenStep(device, crossEntropy, batch)).loss, 6);
});

describe('a batch without what the objective reads is refused', () => {
  const { ids, labels } = goldenBatch;
  test.each([
    [misdirection(ofRmu), {}, 'rowKinds'],
    [negativePreference({ beta, retainWeight }), { rowKinds: golden.rowKinds }, 'referenceLogProbs'],
    [withUnlikelihood(1), {}, 'negatives'],
  ] as const)('$0.id', async (objective, given, missing) => {
    await expect(goldenStep(device, objective, { ids, labels, ...given })).rejects.toThrow(missing);
  });
});
