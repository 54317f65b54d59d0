/** Every method’s objective in float64: its gradient is the numeric derivative, and it is fed only what it reads. */
import { describe, expect, test } from 'vitest';
import { directionalDerivative, microStep } from '../llama/graphs/check-train-step';
import { crossEntropy } from '../llama/loss';
import { methodNames } from './catalogue';
import { settingsFor, unlearningOf } from './settings';
import { misdirection } from './rmu';
import { withUnlikelihood } from './whp';

const objectives = [
  ...methodNames.flatMap((name) => {
    const unlearning = unlearningOf(settingsFor(name));
    return unlearning.by === 'training' ? [{ name, objective: unlearning.objective }] : [];
  }),
  { name: 'whp with unlikelihood', objective: withUnlikelihood(0.5) },
];
const optional = new Set(['isForget', 'referenceLogProbs', 'negatives', 'hasNegative']);

describe.each(objectives)('the objective of $name', ({ objective }) => {
  test('has the numeric derivative along a random direction', () => {
    const { analytic, numeric } = directionalDerivative(objective);
    expect(Math.abs(analytic)).toBeGreaterThan(1e-3);
    expect(Math.abs(analytic - numeric)).toBeLessThan(1e-6 * Math.max(1, Math.abs(numeric)));
  });

  test('is fed only what it reads', () => {
    const fed = [...microStep(objective).inputs.keys()].filter((name) => optional.has(name));
    expect(fed.sort()).toEqual([...objective.reads].sort());
  });
});

test('what an objective does not use costs nothing: no labels, no head', () => {
  const { inputs, nodes, weights } = microStep(misdirection({ layer: 1, steering: 2, retainWeight: 1.5 }));
  expect([inputs.has('labels'), inputs.has('weights'), weights.has('lm_head.weight')]).toEqual([
    false,
    false,
    false,
  ]);
  expect(nodes.length).toBeLessThan(microStep(crossEntropy).nodes.length);
});
