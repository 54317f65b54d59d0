/** Larger ops that onnxruntime computes in one kernel on every backend. */
import { dim, sameShape } from '../../base/shape';
import { fromIndices, reader, reduce } from '../nd-array';
import type { OpAttributes } from '../ir';
import { expect, expectDType, inputAt, type Op } from './op';

/**
 * Root-mean-square normalisation over the last axis (arXiv 1910.07467):
 * y = x / sqrt(mean(x²) + ε) · gain.
 */
const rmsNorm: Op<OpAttributes['RmsNorm']> = {
  arity: [2, 2],
  result(inputs, _, op) {
    expectDType(op, inputs, 'f32');
    const [x, gain] = [inputAt(inputs, 0), inputAt(inputs, 1)];
    expect(gain.shape.length === 1 && gain.shape[0] === x.shape.at(-1), op, 'a gain per feature', inputs);
    return [{ dtype: 'f32', shape: x.shape }];
  },
  compute(inputs, { epsilon }) {
    const [x, gain] = [inputAt(inputs, 0), inputAt(inputs, 1)];
    const last = x.shape.length - 1;
    const meanSquare = reader(reduce(x, [last], (run) => run.reduce((s, v) => s + v * v, 0) / run.length));
    const [at, scale] = [reader(x), reader(gain)];
    return [
      fromIndices(x.shape, (index) => {
        const norm = Math.sqrt(meanSquare([...index.slice(0, last), 0]) + epsilon);
        return (at(index) / norm) * scale(index.slice(last));
      }),
    ];
  },
  onnxName: 'SimplifiedLayerNormalization',
  onnx: ({ epsilon }, inputs) => ({
    attributes: { axis: { int: inputAt(inputs, 0).shape.length - 1 }, epsilon: { float: epsilon } },
  }),
};

/**
 * Rotary position embedding (arXiv 2104.09864), with the halves convention of Llama in Hugging Face:
 * x [B, T, heads · d], positions [B, T], cos and sin [P, d/2].
 */
const rotaryEmbedding: Op<OpAttributes['RotaryEmbedding']> = {
  arity: [4, 4],
  result(inputs, { heads }, op) {
    const [x, positions] = [inputAt(inputs, 0), inputAt(inputs, 1)];
    const tables = [inputAt(inputs, 2), inputAt(inputs, 3)];
    expectDType(op, [x, ...tables], 'f32');
    expect(
      positions.dtype === 'i64' && x.shape.length === 3,
      op,
      'x [B, T, heads · d] and i64 positions',
      inputs,
    );
    expect(sameShape(positions.shape, x.shape.slice(0, 2)), op, 'positions [B, T]', inputs);
    const half = dim(x.shape, 2) / heads / 2;
    const fits = tables.every(({ shape }) => shape.length === 2 && shape[1] === half);
    expect(fits, op, `cos and sin with ${half} columns`, inputs);
    return [{ dtype: 'f32', shape: x.shape }];
  },
  compute(inputs, { heads }) {
    const [x, positions] = [inputAt(inputs, 0), inputAt(inputs, 1)];
    const [at, position] = [reader(x), reader(positions)];
    const [cos, sin] = [reader(inputAt(inputs, 2)), reader(inputAt(inputs, 3))];
    const half = dim(x.shape, 2) / heads / 2;
    return [
      fromIndices(x.shape, ([b = 0, t = 0, feature = 0]) => {
        const p = position([b, t]);
        const j = feature % half;
        const isFirst = Math.floor(feature / half) % 2 === 0;
        const partner = at([b, t, isFirst ? feature + half : feature - half]);
        return at([b, t, feature]) * cos([p, j]) + (isFirst ? -partner : partner) * sin([p, j]);
      }),
    ];
  },
  domain: 'com.microsoft',
  onnx: ({ heads }) => ({ attributes: { num_heads: { int: heads }, interleaved: { int: 0 } } }),
};

export const fused = { RmsNorm: rmsNorm, RotaryEmbedding: rotaryEmbedding };
