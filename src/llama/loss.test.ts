import { describe, expect, test } from 'vitest';
import { checkVjp } from '../autodiff/check-vjp';
import { prng } from '../base/prng';
import { input } from '../graph/build';
import { graph } from '../graph/graph';
import { interpret } from '../graph/interpret';
import type { Value } from '../graph/ir';
import { fromIndices } from '../graph/nd-array';
import { crossEntropy } from './loss';

const [N, V] = [3, 5];
const random = prng(1);
const logits = fromIndices([N, V], () => 2 * random.normal());

/** K labels per position; the last position is ignored. */
const cases = [
  { K: 1, labels: [4, 1, 0], weights: [0.5, 0.5, 0] },
  { K: 3, labels: [4, 0, 2, 1, 1, 3, 0, 0, 0], weights: [0.3, 0.1, 0.1, 0.2, 0.1, 0.2, 0, 0, 0] },
];

describe.each(cases)('cross-entropy with $K labels per position', ({ K, labels, weights }) => {
  const shape = [N, K];
  const at = [
    logits,
    { shape, data: Float64Array.from(labels) },
    { shape, data: Float64Array.from(weights) },
  ];

  test('is the weighted sum of −ln p', () => {
    const inputs = {
      x: input('x', 'f32', [N, V]),
      labels: input('labels', 'i32', shape),
      weights: input('weights', 'f32', shape),
    };
    const loss = crossEntropy(inputs.x, inputs.labels, inputs.weights);
    const [x, ids, shares] = at;
    if (!x || !ids || !shares) throw new Error('no inputs');
    const got = interpret(graph(inputs, { loss }), { x, labels: ids, weights: shares }).get('loss')?.data[0];
    let want = 0;
    for (let i = 0; i < N * K; i++) {
      const row = [...logits.data].slice(Math.floor(i / K) * V, (Math.floor(i / K) + 1) * V);
      const sum = row.reduce((total, value) => total + Math.exp(value), 0);
      want -= (weights[i] ?? 0) * Math.log(Math.exp(row[labels[i] ?? 0] ?? 0) / sum);
    }
    expect(got).toBeCloseTo(want, 12);
  });

  test('its gradient equals the numeric one', () => {
    const f = (...[x, ids, shares]: readonly Value[]): Value => {
      if (!x || !ids || !shares) throw new Error('no inputs');
      return crossEntropy(x, ids, shares);
    };
    const { analytic, numeric } = checkVjp({ f, at, fixed: { 1: 'i32', 2: 'f32' } }, prng(2));
    expect(analytic).toBeCloseTo(numeric, 6);
  });
});
