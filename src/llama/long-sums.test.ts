import { expect, test } from 'vitest';
import { checkVjp } from '../autodiff/check-vjp';
import { prng } from '../base/prng';
import { input } from '../graph/build';
import { graph } from '../graph/graph';
import { interpret } from '../graph/interpret';
import type { Value } from '../graph/ir';
import { fromIndices } from '../graph/nd-array';
import { logSumExp } from './long-sums';

const random = prng(3);

test.each([5, 8193])('log-sum-exp of rows of %i numbers, and its gradient', (V) => {
  const rows = fromIndices([2, V], () => 2 * random.normal());
  const x = input('x', 'f32', [2, V]);
  const got = interpret(graph({ x }, { y: logSumExp(x) }), { x: rows }).get('y');
  const sums = [0, 1].map((n) =>
    rows.data.subarray(n * V, (n + 1) * V).reduce((sum, one) => sum + Math.exp(one), 0),
  );
  expect(got?.shape).toEqual([2, 1]);
  sums.forEach((sum, n) => {
    expect(got?.data[n]).toBeCloseTo(Math.log(sum), 12);
  });
  const f = (...[value]: readonly Value[]): Value => logSumExp(value ?? x);
  const { analytic, numeric } = checkVjp({ f, at: [rows] }, random);
  expect(analytic).toBeCloseTo(numeric, 6);
});
