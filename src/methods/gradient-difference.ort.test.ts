/** Gradient difference: batches without one kind of rows, and its settings. */
import { afterAll, describe, expect, expectTypeOf, test } from 'vitest';
import { goldenBatch, goldenStep } from '../model/golden-step';
import { IGNORED } from '../model/train-batch';
import { crossEntropy } from '../llama/loss';
import { openNative } from '../runtime/node';
import { stagesOf } from '../pipeline/stage';
import { gradDiff, gradientDifference } from './gradient-difference';
import { parseSettings, settingsFor, type RunSettings } from './settings';

const device = openNative();
afterAll(() => device.release());

test('forget and retain rows alike fall silent where a batch has none', async () => {
  const labels = goldenBatch.labels.map((label, i) => (i < goldenBatch.labels.length / 2 ? label : IGNORED));
  const forgetOnly = await goldenStep(device, crossEntropy, { ...goldenBatch, labels });
  const { loss } = await goldenStep(device, gradientDifference(1), { ...goldenBatch, labels });
  expect(loss).toBeCloseTo(-forgetOnly.loss, 5);
  const nothing = { ...goldenBatch, labels: labels.map(() => IGNORED) };
  const silent = await goldenStep(device, gradientDifference(1), nothing);
  expect(silent.loss).toBe(0);
  expect(silent.gradient.every((x) => x === 0)).toBe(true);
});

describe('as a method', () => {
  const settings = settingsFor('gradDiff');

  test('has the stages that it names, and settings of its own with bounds', () => {
    expect(stagesOf(gradDiff.pipeline, settings)).toEqual(['unlearn', 'evaluate']);
    expect(settings).toMatchObject({ method: 'gradDiff', gradDiff: { retainWeight: 2 } });
    expect(() => parseSettings({ ...settings, gradDiff: { retainWeight: -1 } })).toThrow(
      'gradDiff.retainWeight',
    );
    expectTypeOf<RunSettings['gradDiff']>().toEqualTypeOf<{ retainWeight: number }>();
  });

  test('takes the weight from the settings of the run', () => {
    const id = (retainWeight: number) =>
      gradDiff.unlearningOf({ ...settings, gradDiff: { retainWeight } }).objective.id;
    expect(id(2)).toBe(gradientDifference(2).id);
    expect(id(3)).not.toBe(id(2));
  });
});
