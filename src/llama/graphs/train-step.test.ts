import { expect, test } from 'vitest';
import { crossEntropy } from '../loss';
import { directionalDerivative, microStep } from './check-train-step';

test('the gradient of a step is the numeric derivative', () => {
  const { analytic, numeric } = directionalDerivative(crossEntropy);
  expect(Math.abs(analytic)).toBeGreaterThan(1e-2);
  expect(Math.abs(analytic - numeric)).toBeLessThan(1e-6 * Math.max(1, Math.abs(numeric)));
});

test('what the objective does not read is not an input', () => {
  const inputs = [...microStep(crossEntropy).inputs.keys()];
  expect(inputs).toEqual(expect.arrayContaining(['ids', 'labels', 'weights']));
  expect(inputs).not.toContain('isForget');
  expect(inputs).not.toContain('referenceLogProbs');
  expect(inputs).not.toContain('negatives');
});
