import { describe, expect, test } from 'vitest';
import { add, exp, input, matMul, mul, reduceSum, scalar, weight } from './build';
import { check } from './check';
import { graph } from './graph';
import { hash } from './hash';
import { print } from './print';

const x = input('x', 'f32', [2, 3]);

describe('a graph', () => {
  test('holds only what its outputs need', () => {
    const unused = input('unused', 'f32', [2]);
    const built = graph({ x, unused }, { y: exp(x) });
    expect([...built.inputs.keys()]).toEqual(['x']);
    expect(built.nodes).toHaveLength(1);
  });

  test('computes equal expressions once', () => {
    const built = graph({ x }, { y: add(exp(x), mul(exp(x), scalar(2))), z: mul(exp(x), scalar(2)) });
    expect(built.nodes.map(({ op }) => op)).toEqual(['Exp', 'Mul', 'Add']);
    expect(built.constants).toHaveLength(1);
  });

  test('can be read', () => {
    const built = graph({ x }, { y: reduceSum(matMul(x, weight('w', [3, 4])), [1]) });
    expect(print(built)).toBe(
      [
        'input x: f32[2, 3]',
        'weight w: f32[3, 4]',
        '%0: f32[2, 4] = MatMul(x, w)',
        '%1: f32[2, 1] = ReduceSum(%0) {"axes":[1]}',
        'output y = y',
      ].join('\n'),
    );
  });

  test('has a hash that depends on its meaning only', () => {
    const twice = (factor: number) => hash(graph({ x }, { y: mul(x, scalar(factor)) }));
    expect(twice(2)).toBe(twice(2));
    expect(twice(2)).not.toBe(twice(3));
  });

  test('passes its own check', () => {
    expect(() => {
      check(graph({ x }, { y: exp(x) }));
    }).not.toThrow();
  });

  test('must declare each input it uses, once', () => {
    expect(() => graph({}, { y: exp(x) })).toThrow('"x" is used but not declared');
    const other = input('x', 'f32', [2, 3]);
    expect(() => graph({ x }, { y: add(x, other) })).toThrow('two values are named "x"');
  });
});

describe('building', () => {
  test('reports a wrong shape with the expected and the given ones', () => {
    expect(() => matMul(x, x)).toThrow(
      'MatMul: expected as many columns on the left as rows on the right, got f32[2, 3], f32[2, 3]',
    );
  });

  test('reports a wrong type', () => {
    expect(() => add(x, input('i', 'i32', [3]))).toThrow('Add: expected inputs of the same type');
  });
});
