/** Matrix products. */
import { broadcast, dim } from '../../base/shape';
import { broadcastReader, fromIndices } from '../nd-array';
import type { None, OpAttributes } from '../ir';
import { expect, expectDType, inputAt, plain, type Op } from './op';

/** [..., M, K] · [..., K, N] = [..., M, N]; leading axes broadcast. */
const matMul: Op<None> = {
  arity: [2, 2],
  result(inputs, _, op) {
    expectDType(op, inputs, 'f32');
    const [a, b] = [inputAt(inputs, 0).shape, inputAt(inputs, 1).shape];
    expect(a.length >= 2 && b.length >= 2, op, 'two matrices', inputs);
    const batch = broadcast(a.slice(0, -2), b.slice(0, -2));
    const fits = batch !== null && a.at(-1) === b.at(-2);
    expect(fits, op, 'as many columns on the left as rows on the right', inputs);
    return [{ dtype: 'f32', shape: [...(batch ?? []), dim(a, a.length - 2), dim(b, b.length - 1)] }];
  },
  compute(inputs) {
    const [a, b] = [inputAt(inputs, 0), inputAt(inputs, 1)];
    const batch = broadcast(a.shape.slice(0, -2), b.shape.slice(0, -2)) ?? [];
    const [rows, inner, columns] = [a.shape.at(-2) ?? 0, a.shape.at(-1) ?? 0, b.shape.at(-1) ?? 0];
    const left = broadcastReader(a, [...batch, rows, inner]);
    const right = broadcastReader(b, [...batch, inner, columns]);
    return [
      fromIndices([...batch, rows, columns], (index) => {
        const [lead, i, j] = [index.slice(0, -2), index.at(-2) ?? 0, index.at(-1) ?? 0];
        let sum = 0;
        for (let k = 0; k < inner; k++) sum += left([...lead, i, k]) * right([...lead, k, j]);
        return sum;
      }),
    ];
  },
  onnx: plain,
};

/** alpha · A'B' + C for matrices, with A' = A or its transpose. The fast 2-D product, which fuse.ts introduces. */
const gemm: Op<OpAttributes['Gemm']> = {
  arity: [2, 3],
  result(inputs, { transA, transB }, op) {
    expectDType(op, inputs, 'f32');
    const [a, b] = [inputAt(inputs, 0).shape, inputAt(inputs, 1).shape];
    expect(a.length === 2 && b.length === 2, op, 'two matrices', inputs);
    const shape = [dim(a, transA ? 1 : 0), dim(b, transB ? 0 : 1)];
    expect(dim(a, transA ? 0 : 1) === dim(b, transB ? 1 : 0), op, 'matching inner sizes', inputs);
    const c = inputs[2];
    expect(!c || broadcast(c.shape, shape)?.join() === shape.join(), op, 'an addend that broadcasts', inputs);
    return [{ dtype: 'f32', shape }];
  },
  compute(inputs, { transA, transB, alpha }) {
    const [a, b, c] = [inputAt(inputs, 0), inputAt(inputs, 1), inputs[2]];
    const shape = [dim(a.shape, transA ? 1 : 0), dim(b.shape, transB ? 0 : 1)];
    const [left, right] = [broadcastReader(a, a.shape), broadcastReader(b, b.shape)];
    const addend = c ? broadcastReader(c, shape) : () => 0;
    return [
      fromIndices(shape, (index) => {
        const [i = 0, j = 0] = index;
        let sum = 0;
        for (let k = 0; k < dim(a.shape, transA ? 0 : 1); k++) {
          sum += left(transA ? [k, i] : [i, k]) * right(transB ? [j, k] : [k, j]);
        }
        return alpha * sum + addend(index);
      }),
    ];
  },
  onnx: ({ transA, transB, alpha }) => ({
    attributes: { transA: { int: Number(transA) }, transB: { int: Number(transB) }, alpha: { float: alpha } },
  }),
};

export const linearOps = { MatMul: matMul, Gemm: gemm };
