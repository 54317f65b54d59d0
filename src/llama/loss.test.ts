import { describe, expect, test } from 'vitest';
import { checkVjp } from '../autodiff/check-vjp';
import { prng } from '../base/prng';
import { input, scalar } from '../graph/build';
import { graph } from '../graph/graph';
import { interpret } from '../graph/interpret';
import type { Value } from '../graph/ir';
import { fromIndices, type NdArray } from '../graph/nd-array';
import { negativeLogLikelihood, unlikelihood, weightedMean } from './loss';
import { wholeLogits } from './objective';

const [N, V] = [3, 5];
const random = prng(1);
const logits = fromIndices([N, V], () => 2 * random.normal());

/** K labels per position; the last position is not supervised. */
const cases = [
  { K: 1, labels: [4, 1, 0], weights: [1, 1, 0] },
  { K: 3, labels: [4, 0, 2, 1, 1, 3, 0, 0, 0], weights: [0.6, 0.2, 0.2, 0.4, 0.2, 0.4, 0, 0, 0] },
];

describe.each(cases)('cross-entropy with $K labels per position', ({ K, labels, weights }) => {
  const at = [
    logits,
    { shape: [N, K], data: Float64Array.from(labels) },
    { shape: [N, K], data: Float64Array.from(weights) },
  ];
  const f = (...[x, ids, shares]: readonly Value[]): Value => {
    if (!x || !ids || !shares) throw new Error('no inputs');
    return weightedMean(negativeLogLikelihood(wholeLogits(x), ids), shares);
  };

  test('is the mean of −ln p over the supervised positions', () => {
    let want = 0;
    for (let i = 0; i < N * K; i++) {
      const row = [...logits.data].slice(Math.floor(i / K) * V, (Math.floor(i / K) + 1) * V);
      const sum = row.reduce((total, value) => total + Math.exp(value), 0);
      want -= (weights[i] ?? 0) * Math.log(Math.exp(row[labels[i] ?? 0] ?? 0) / sum);
    }
    expect(evaluate(f, at, { 1: 'i32' })).toBeCloseTo(want / 2, 12);
  });

  test('its gradient equals the numeric one', () => {
    const { analytic, numeric } = checkVjp({ f, at, fixed: { 1: 'i32', 2: 'f32' } }, prng(2));
    expect(analytic).toBeCloseTo(numeric, 6);
  });
});

describe('unlikelihood', () => {
  const f = (...[x, tokens]: readonly Value[]): Value => {
    if (!x || !tokens) throw new Error('no inputs');
    return weightedMean(unlikelihood(wholeLogits(x), tokens), scalar(1));
  };
  const tokens = { shape: [N, 1], data: Float64Array.of(4, 1, 0) };

  test('is the mean of −ln(1 − p)', () => {
    const want = [...tokens.data].map((token, i) => {
      const row = [...logits.data].slice(i * V, (i + 1) * V).map(Math.exp);
      return -Math.log(1 - (row[token] ?? 0) / row.reduce((a, b) => a + b));
    });
    expect(evaluate(f, [logits, tokens], { 1: 'i32' })).toBeCloseTo(want.reduce((a, b) => a + b) / N, 12);
  });

  test('its gradient equals the numeric one', () => {
    const { analytic, numeric } = checkVjp({ f, at: [logits, tokens], fixed: { 1: 'i32' } }, prng(3));
    expect(analytic).toBeCloseTo(numeric, 6);
  });

  test('still falls where 1 − p has no digits left', () => {
    const sure = { shape: [1, 3], data: Float64Array.of(60, 0, 0) };
    const at = [sure, { shape: [1, 1], data: Float64Array.of(0) }];
    expect(evaluate(f, at, { 1: 'i32' })).toBeCloseTo(60 - Math.log(2), 6);
    const { analytic } = checkVjp({ f, at, fixed: { 1: 'i32' } }, prng(3));
    expect(Math.abs(analytic)).toBeGreaterThan(0.01);
  });
});

describe('weighted mean', () => {
  const f = (...[values, weights]: readonly Value[]): Value => {
    if (!values || !weights) throw new Error('no inputs');
    return weightedMean(values, weights);
  };
  const mean = (values: NdArray, weights: NdArray): number => evaluate(f, [values, weights]);
  const array = (shape: readonly number[], ...data: number[]): NdArray => ({
    shape,
    data: Float64Array.from(data),
  });

  test('counts a broadcast weight once for each value', () => {
    expect(mean(array([2, 2], 1, 2, 3, 4), array([2, 1], 1, 3))).toBeCloseTo((3 + 3 * 7) / 8, 12);
    expect(mean(array([2, 1], 5, 1), array([2, 2], 1, 0, 1, 2))).toBeCloseTo((5 + 3) / 4, 12);
  });

  test('is 0 where every weight is 0, and so is its gradient', () => {
    expect(mean(array([2, 1], 5, 1), array([2, 1], 0, 0))).toBe(0);
    const at = [array([2, 1], 5, 1), array([2, 1], 0, 0)];
    expect(checkVjp({ f, at, fixed: { 1: 'f32' } }, prng(1))).toEqual({ analytic: 0, numeric: 0 });
  });
});

/** The scalar value of `f`. */
function evaluate(
  f: (...inputs: readonly Value[]) => Value,
  at: readonly NdArray[],
  dtypes: Readonly<Record<number, 'i32'>> = {},
): number {
  const inputs = at.map(({ shape }, i) => input(`x${i}`, dtypes[i] ?? 'f32', shape));
  const named = Object.fromEntries(inputs.map((value) => [value.name, value]));
  const feeds = Object.fromEntries(at.map((array, i) => [`x${i}`, array]));
  return interpret(graph(named, { y: f(...inputs) }), feeds).get('y')?.data[0] ?? Number.NaN;
}
