/** Ops that only move elements: reshape, transpose, expand, slice, split, concat, gather, scatter. */
import { broadcast, dim, sameShape, show, size, strides, withDim } from '../../base/shape';
import { broadcastReader, fromIndices, reader } from '../nd-array';
import type { OpAttributes } from '../ir';
import { expect, expectDType, inputAt, type Op } from './op';

const reshape: Op<OpAttributes['Reshape']> = {
  arity: [1, 1],
  result(inputs, { shape }, op) {
    const from = inputAt(inputs, 0);
    expect(size(from.shape) === size(shape), op, `as many elements as ${show(shape)}`, inputs);
    return [{ dtype: from.dtype, shape }];
  },
  compute: (inputs, { shape }) => [{ shape, data: inputAt(inputs, 0).data }],
  onnx: ({ shape }) => ({ extraInputs: [shape] }),
};

const transpose: Op<OpAttributes['Transpose']> = {
  arity: [1, 1],
  result(inputs, { perm }, op) {
    const { dtype, shape } = inputAt(inputs, 0);
    const isPermutation = sameShape(
      [...perm].sort((a, b) => a - b),
      shape.map((_, i) => i),
    );
    expect(isPermutation, op, `a permutation of the axes, not ${show(perm)}`, inputs);
    return [{ dtype, shape: perm.map((axis) => dim(shape, axis)) }];
  },
  compute(inputs, { perm }) {
    const x = inputAt(inputs, 0);
    const at = reader(x);
    const shape = perm.map((axis) => dim(x.shape, axis));
    return [fromIndices(shape, (index) => at(x.shape.map((_, axis) => index[perm.indexOf(axis)] ?? 0)))];
  },
  onnx: ({ perm }) => ({ attributes: { perm: { ints: perm } } }),
};

const expand: Op<OpAttributes['Expand']> = {
  arity: [1, 1],
  result(inputs, { shape }, op) {
    const from = inputAt(inputs, 0);
    const fits = sameShape(broadcast(from.shape, shape) ?? [-1], shape);
    expect(fits, op, `a shape that broadcasts to ${show(shape)}`, inputs);
    return [{ dtype: from.dtype, shape }];
  },
  compute(inputs, { shape }) {
    return [fromIndices(shape, broadcastReader(inputAt(inputs, 0), shape))];
  },
  onnx: ({ shape }) => ({ extraInputs: [shape] }),
};

const slice: Op<OpAttributes['Slice']> = {
  arity: [1, 1],
  result(inputs, { axis, start, end }, op) {
    const { dtype, shape } = inputAt(inputs, 0);
    const fits = axis < shape.length && start >= 0 && start < end && end <= dim(shape, axis);
    expect(fits, op, `${start}…${end} to lie inside axis ${axis}`, inputs);
    return [{ dtype, shape: withDim(shape, axis, end - start) }];
  },
  compute(inputs, { axis, start, end }) {
    const x = inputAt(inputs, 0);
    const at = reader(x);
    const shape = withDim(x.shape, axis, end - start);
    return [fromIndices(shape, (index) => at(index.map((i, a) => (a === axis ? i + start : i))))];
  },
  onnx: ({ axis, start, end }) => ({ extraInputs: [[start], [end], [axis]] }),
};

/** The inverse of Concat: parts of these sizes, one after another. */
const split: Op<OpAttributes['Split']> = {
  arity: [1, 1],
  result(inputs, { axis, sizes }, op) {
    const { dtype, shape } = inputAt(inputs, 0);
    const total = sizes.reduce((sum, n) => sum + n, 0);
    const fits = axis < shape.length && sizes.every((n) => n > 0) && total === dim(shape, axis);
    expect(fits, op, `sizes ${show(sizes)} to add up along axis ${axis}`, inputs);
    return sizes.map((n) => ({ dtype, shape: withDim(shape, axis, n) }));
  },
  compute(inputs, { axis, sizes }) {
    let start = 0;
    return sizes.flatMap((n) => {
      const [part] = slice.compute(inputs, { axis, start, end: start + n });
      start += n;
      return part ? [part] : [];
    });
  },
  onnx: ({ axis, sizes }) => ({ attributes: { axis: { int: axis } }, extraInputs: [sizes] }),
};

const concat: Op<OpAttributes['Concat']> = {
  arity: [1, Number.MAX_SAFE_INTEGER],
  result(inputs, { axis }, op) {
    const { dtype, shape } = inputAt(inputs, 0);
    const alike = inputs.every(
      (x) => x.dtype === dtype && sameShape(withDim(x.shape, axis, 1), withDim(shape, axis, 1)),
    );
    expect(alike && axis < shape.length, op, `inputs that differ along axis ${axis} only`, inputs);
    return [
      {
        dtype,
        shape: withDim(
          shape,
          axis,
          inputs.reduce((n, x) => n + dim(x.shape, axis), 0),
        ),
      },
    ];
  },
  compute(inputs, { axis }) {
    const total = inputs.reduce((n, x) => n + dim(x.shape, axis), 0);
    return [
      fromIndices(withDim(inputAt(inputs, 0).shape, axis, total), (index) => {
        let along = index[axis] ?? 0;
        for (const x of inputs) {
          if (along < dim(x.shape, axis)) return reader(x)(withDim(index, axis, along));
          along -= dim(x.shape, axis);
        }
        return Number.NaN;
      }),
    ];
  },
  onnx: ({ axis }) => ({ attributes: { axis: { int: axis } } }),
};

/** Rows of a table: out[i…, …] = table[ids[i…], …]. */
const gather: Op<OpAttributes['Gather']> = {
  arity: [2, 2],
  result(inputs, _, op) {
    const [table, ids] = [inputAt(inputs, 0), inputAt(inputs, 1)];
    expect(table.shape.length > 0 && ids.dtype === 'i32', op, 'a table and i32 row numbers', inputs);
    return [{ dtype: table.dtype, shape: [...ids.shape, ...table.shape.slice(1)] }];
  },
  compute(inputs) {
    const [table, ids] = [inputAt(inputs, 0), inputAt(inputs, 1)];
    const [row, at] = [reader(ids), reader(table)];
    const rank = ids.shape.length;
    const shape = [...ids.shape, ...table.shape.slice(1)];
    return [fromIndices(shape, (index) => at([row(index.slice(0, rank)), ...index.slice(rank)]))];
  },
  onnx: () => ({ attributes: { axis: { int: 0 } } }),
};

/** out[…i…] = x[…ids[…i…]…] along one axis. */
const gatherElements: Op<OpAttributes['GatherElements']> = {
  arity: [2, 2],
  result(inputs, { axis }, op) {
    const [x, ids] = [inputAt(inputs, 0), inputAt(inputs, 1)];
    const fits = ids.dtype === 'i32' && sameShape(withDim(ids.shape, axis, 1), withDim(x.shape, axis, 1));
    expect(fits, op, `i32 indices shaped like the data except along axis ${axis}`, inputs);
    return [{ dtype: x.dtype, shape: ids.shape }];
  },
  compute(inputs, { axis }) {
    const [x, ids] = [inputAt(inputs, 0), inputAt(inputs, 1)];
    const [at, id] = [reader(x), reader(ids)];
    return [fromIndices(ids.shape, (index) => at(withDim(index, axis, id(index))))];
  },
  onnx: ({ axis }) => ({ attributes: { axis: { int: axis } } }),
};

/** x with updates[…i…] added at […ids[…i…]…] along one axis. */
const scatterElements: Op<OpAttributes['ScatterElements']> = {
  arity: [3, 3],
  result(inputs, { axis }, op) {
    const [x, ids, updates] = [inputAt(inputs, 0), inputAt(inputs, 1), inputAt(inputs, 2)];
    expectDType(op, [x, updates], 'f32');
    const fits =
      ids.dtype === 'i32' &&
      sameShape(ids.shape, updates.shape) &&
      sameShape(withDim(ids.shape, axis, 1), withDim(x.shape, axis, 1));
    expect(fits, op, 'i32 indices and updates of the same shape', inputs);
    return [{ dtype: 'f32', shape: x.shape }];
  },
  compute(inputs, { axis }) {
    const [x, ids, updates] = [inputAt(inputs, 0), inputAt(inputs, 1), inputAt(inputs, 2)];
    const data = Float64Array.from(x.data);
    const [step, id, update] = [strides(x.shape), reader(ids), reader(updates)];
    fromIndices(ids.shape, (index) => {
      const flat = withDim(index, axis, id(index)).reduce((sum, i, a) => sum + i * (step[a] ?? 0), 0);
      data[flat] = (data[flat] ?? 0) + update(index);
      return 0;
    });
    return [{ shape: x.shape, data }];
  },
  onnx: ({ axis }) => ({ attributes: { axis: { int: axis }, reduction: { string: 'add' } } }),
};

export const movement = {
  Reshape: reshape,
  Transpose: transpose,
  Expand: expand,
  Slice: slice,
  Split: split,
  Concat: concat,
  Gather: gather,
  GatherElements: gatherElements,
  ScatterElements: scatterElements,
};
