/** Ops over whole axes: sums, means, maxima, softmax, top-k. */
import { largest } from '../../base/extremes';
import { fromIndices, reader, reduce, type NdArray } from '../nd-array';
import { dim, withDim } from '../../base/shape';
import type { OpAttributes } from '../ir';
import { expect, expectDType, inputAt, type Op } from './op';

type Axes = OpAttributes['ReduceSum'];

/** A reduction over `axes`, which are kept with size 1. */
function reduction(fold: (run: readonly number[]) => number): Op<Axes> {
  return {
    arity: [1, 1],
    result(inputs, { axes }, op) {
      expectDType(op, inputs, 'f32');
      const { shape } = inputAt(inputs, 0);
      expect(
        axes.every((axis) => axis >= 0 && axis < shape.length),
        op,
        `axes ${axes.join()} to exist`,
        inputs,
      );
      return [{ dtype: 'f32', shape: shape.map((n, axis) => (axes.includes(axis) ? 1 : n)) }];
    },
    compute: (inputs, { axes }) => [reduce(inputAt(inputs, 0), axes, fold)],
    onnx: ({ axes }) => ({ attributes: { keepdims: { int: 1 } }, extraInputs: [axes] }),
  };
}

const sum = (run: readonly number[]): number => run.reduce((a, b) => a + b, 0);

function logSumExp(run: readonly number[]): number {
  const top = largest(run);
  return top + Math.log(sum(run.map((x) => Math.exp(x - top))));
}

const softmax: Op<OpAttributes['Softmax']> = {
  arity: [1, 1],
  result(inputs, _, op) {
    expectDType(op, inputs, 'f32');
    return [{ dtype: 'f32', shape: inputAt(inputs, 0).shape }];
  },
  compute(inputs, { axis }) {
    const x = inputAt(inputs, 0);
    const [at, norm] = [reader(x), reader(reduce(x, [axis], logSumExp))];
    return [
      fromIndices(x.shape, (index) => Math.exp(at(index) - norm(index.map((i, a) => (a === axis ? 0 : i))))),
    ];
  },
  onnx: ({ axis }) => ({ attributes: { axis: { int: axis } } }),
};

/** The k largest along the last axis, largest first, ties in order of their index. */
const topK: Op<OpAttributes['TopK']> = {
  arity: [1, 1],
  result(inputs, { k }, op) {
    expectDType(op, inputs, 'f32');
    const { shape } = inputAt(inputs, 0);
    const last = shape.length - 1;
    expect(last >= 0 && k >= 1 && k <= dim(shape, last), op, `at least ${k} candidates`, inputs);
    const out = withDim(shape, last, k);
    return [
      { dtype: 'f32', shape: out },
      { dtype: 'i64', shape: out },
    ];
  },
  compute(inputs, { k }) {
    const x = inputAt(inputs, 0);
    const last = x.shape.length - 1;
    const at = reader(x);
    const ranked = (index: readonly number[]): number => {
      const row = Array.from({ length: dim(x.shape, last) }, (_, i) => i);
      const score = (i: number): number => at([...index.slice(0, last), i]);
      return row.sort((i, j) => score(j) - score(i) || i - j)[index[last] ?? 0] ?? 0;
    };
    const shape = withDim(x.shape, last, k);
    const ids = fromIndices(shape, ranked);
    const values = fromIndices(shape, (index) => at([...index.slice(0, last), ranked(index)]));
    return [values, ids] satisfies NdArray[];
  },
  onnx: ({ k }, inputs) => ({
    attributes: { axis: { int: inputAt(inputs, 0).shape.length - 1 } },
    extraInputs: [[k]],
  }),
};

export const reductions = {
  ReduceSum: reduction(sum),
  ReduceMean: reduction((run) => sum(run) / run.length),
  ReduceMax: reduction((run) => largest(run)),
  ReduceLogSumExp: reduction(logSumExp),
  Softmax: softmax,
  TopK: topK,
};
