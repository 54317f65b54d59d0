import { describe, expect, test } from 'vitest';
import { prng } from '../base/prng';
import {
  add,
  exp,
  greater,
  input,
  mul,
  reduceMean,
  reduceSum,
  rmsNorm,
  scalar,
  sigmoid,
  softmax,
  split,
  sub,
  topK,
  weight,
} from '../graph/build';
import { graph } from '../graph/graph';
import { fromIndices } from '../graph/nd-array';
import { backward } from './backward';
import { checkVjp } from './check-vjp';

const x = input('x', 'f32', [2, 3]);

describe('backward', () => {
  test('adds up the gradients of every use', () => {
    const random = prng(1);
    const at = [fromIndices([2, 3], () => random.normal()), fromIndices([3], () => 1 + random.uniform())];
    const result = checkVjp(
      {
        f: (a = x, gain = x) => {
          const normed = rmsNorm(a, gain, 1e-5);
          const mixed = mul(softmax(normed, 1), sigmoid(sub(normed, reduceMean(a, [0]))));
          return add(mixed, mul(normed, reduceSum(exp(mixed), [1])));
        },
        at,
      },
      random,
    );
    expect(result.analytic).toBeCloseTo(result.numeric, 5);
  });

  test('visits only what lies between target and loss', () => {
    const frozen = weight('w', [3]);
    const [gradient] = backward(mul(exp(frozen), x), [x]);
    if (!gradient) throw new Error('no gradient');
    const ops = graph({ x }, { gradient }).nodes.map(({ op }) => op);
    expect(ops).toEqual(['Expand', 'Exp', 'Mul']); // nothing towards the frozen weight
  });

  test('stops at a target, even if another is behind it', () => {
    const inner = exp(x);
    const [toX, toInner] = backward(mul(inner, scalar(2)), [x, inner]);
    expect([toX?.shape, toInner?.shape]).toEqual([
      [2, 3],
      [2, 3],
    ]);
  });

  test('puts the gradients of the parts of a Split together, with zeros for those that are not used', () => {
    const random = prng(2);
    const at = [fromIndices([2, 6], () => random.normal())];
    const result = checkVjp(
      {
        f: (a = x) => {
          const [first = a, , last = a] = split(a, 1, [1, 3, 2]);
          return add(exp(first), mul(last, first));
        },
        at,
      },
      random,
    );
    expect(result.analytic).toBeCloseTo(result.numeric, 5);
  });

  test('is zero where the loss does not depend on the target', () => {
    const [gradient] = backward(exp(x), [input('other', 'f32', [4])]);
    expect(gradient?.shape).toEqual([4]);
  });

  test('names an op that has no gradient', () => {
    expect(() => backward(topK(x, 2).values, [x])).toThrow('TopK has no gradient');
    expect(() => backward(greater(x, scalar(0)), [x])).toThrow('Greater has no gradient');
  });
});
