/** Ops that work element by element, with ONNX multidirectional broadcasting. */
import { fromHalves, toHalves } from '../../base/half';
import { sameShape, size } from '../../base/shape';
import { broadcastReader, fromIndices, type NdArray } from '../nd-array';
import type { DType, None, TensorType } from '../ir';
import { elementType } from '../onnx/element-type';
import { commonShape, expect, expectDType, inputAt, plain, type Op } from './op';

function zip(inputs: readonly NdArray[], shape: readonly number[], f: (...x: number[]) => number) {
  const [x, y, z] = inputs.map((array) => broadcastTo(array, shape));
  const at = (all: Float64Array | undefined, i: number): number => all?.[i] ?? Number.NaN;
  // Most of the reference's work, so that no list of arguments is made for each element.
  const element = z
    ? (i: number) => f(at(x, i), at(y, i), at(z, i))
    : y
      ? (i: number) => f(at(x, i), at(y, i))
      : (i: number) => f(at(x, i));
  return { shape, data: new Float64Array(size(shape)).map((_, i) => element(i)) };
}

/** The elements of `array` as if it had this shape. */
function broadcastTo(array: NdArray, shape: readonly number[]): Float64Array {
  return sameShape(array.shape, shape) ? array.data : fromIndices(shape, broadcastReader(array, shape)).data;
}

function shapeOf(inputs: readonly NdArray[]): readonly number[] {
  return commonShape(
    'compute',
    inputs.map(({ shape }): TensorType => ({ dtype: 'f32', shape })),
  );
}

function same(op: string, inputs: readonly TensorType[]): void {
  const first = inputAt(inputs, 0).dtype;
  expect(
    inputs.every(({ dtype }) => dtype === first),
    op,
    'inputs of the same type',
    inputs,
  );
}

/** f(x, y) on numbers of the same type. */
function binary(f: (x: number, y: number) => number): Op<None> {
  return {
    arity: [2, 2],
    result(inputs, _, op) {
      expectDType(op, inputs, 'f32', 'i32');
      same(op, inputs);
      return [{ dtype: inputAt(inputs, 0).dtype, shape: commonShape(op, inputs) }];
    },
    compute: (inputs) => [zip(inputs, shapeOf(inputs), f)],
    onnx: plain,
  };
}

/** A comparison of x and y, as bool. */
function compare(f: (x: number, y: number) => boolean): Op<None> {
  return {
    ...binary((x, y) => Number(f(x, y))),
    result(inputs, _, op) {
      expectDType(op, inputs, 'f32', 'i32');
      same(op, inputs);
      return [{ dtype: 'bool', shape: commonShape(op, inputs) }];
    },
  };
}

/** f(x) on f32. */
function unary(f: (x: number) => number): Op<None> {
  return {
    arity: [1, 1],
    result(inputs, _, op) {
      expectDType(op, inputs, 'f32');
      return [{ dtype: 'f32', shape: inputAt(inputs, 0).shape }];
    },
    compute: (inputs) => [zip(inputs, shapeOf(inputs), f)],
    onnx: plain,
  };
}

const where: Op<None> = {
  arity: [3, 3],
  result(inputs, _, op) {
    expectDType(op, inputs.slice(0, 1), 'bool');
    same(op, inputs.slice(1));
    return [{ dtype: inputAt(inputs, 1).dtype, shape: commonShape(op, inputs) }];
  },
  compute: (inputs) => [zip(inputs, shapeOf(inputs), (c = 0, x = 0, y = 0) => (c ? x : y))],
  onnx: plain,
};

const cast: Op<{ readonly to: DType }> = {
  arity: [1, 1],
  result(inputs, { to }, op) {
    expectDType(op, inputs, 'f32', 'f16', 'i32', 'bool');
    return [{ dtype: to, shape: inputAt(inputs, 0).shape }];
  },
  compute(inputs, { to }) {
    const convert = {
      f32: Math.fround,
      f16: (x: number) => fromHalves(toHalves(Float32Array.of(x)))[0] ?? Number.NaN,
      i32: Math.trunc,
      i64: Math.trunc,
      bool: (x: number) => Number(x !== 0),
      u8: Math.trunc,
    };
    return [zip(inputs, shapeOf(inputs), convert[to])];
  },
  onnx: ({ to }) => ({ attributes: { to: { int: elementType[to] } } }),
};

export const elementwise = {
  Add: binary((x, y) => x + y),
  Sub: binary((x, y) => x - y),
  Mul: binary((x, y) => x * y),
  Div: binary((x, y) => x / y),
  Min: binary(Math.min),
  Greater: compare((x, y) => x > y),
  Equal: compare((x, y) => x === y),
  Where: where,
  Neg: unary((x) => -x),
  Exp: unary(Math.exp),
  Log: unary(Math.log),
  Sqrt: unary(Math.sqrt),
  Relu: unary((x) => Math.max(x, 0)),
  Sigmoid: unary((x) => 1 / (1 + Math.exp(-x))),
  Silu: {
    ...unary((x) => x / (1 + Math.exp(-x))),
    onnxName: 'QuickGelu',
    domain: 'com.microsoft',
    onnx: () => ({ attributes: { alpha: { float: 1 } } }),
  } satisfies Op<None>,
  Cast: cast,
};
