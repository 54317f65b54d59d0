/** Objectives through the training step against torch, transformers and peft (tools/golden/objectives.py). */
import { afterAll, expect, test } from 'vitest';
import { npo, rmu } from '../llama/golden/objectives';
import { crossEntropy } from '../llama/loss';
import { openNative } from '../runtime/node';
import { expectAsTorch, golden, goldenBatch, goldenStep } from './golden-step';

const device = openNative();
afterAll(() => device.release());

const { beta, layer, steering, rmuWeight, objectives } = golden;
const cases = [
  { objective: crossEntropy, want: objectives.crossEntropy },
  { objective: npo(beta), want: objectives.npo },
  { objective: rmu(layer, steering, rmuWeight), want: objectives.rmu },
];

test.each(cases)('$objective.id: loss and LoRA gradient as in torch', ({ objective, want }) =>
  expectAsTorch(device, objective, want),
);

test('a batch without what the objective reads is refused', async () => {
  const { ids, labels } = goldenBatch;
  await expect(goldenStep(device, rmu(layer, steering, 1), { ids, labels })).rejects.toThrow('rowKinds');
  const { rowKinds } = golden;
  await expect(goldenStep(device, npo(1), { ids, labels, rowKinds })).rejects.toThrow('referenceLogProbs');
});
