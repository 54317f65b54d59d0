/** Attention of new tokens to cached ones, which onnxruntime computes in one operation. */
import { dim, sameShape, type Shape } from '../../base/shape';
import { fromIndices, reader, type NdArray } from '../nd-array';
import type { OpAttributes } from '../ir';
import { fused } from './fused';
import { expect, expectDType, inputAt, type Op } from './op';

type Heads = OpAttributes['GroupQueryAttention'];

/**
 * Grouped-query attention (arXiv 2305.13245) of one new token per row: queries [B, 1, heads · d], keys and values
 * [B, 1, kvHeads · d], their caches [B, kvHeads, S, d], positions i32 [B], the room S as i32 [1], cos and sin [S, d/2]
 * → what each row takes from its values [B, 1, heads · d], and the caches with the new token at its position. What lies
 * after it in them is undefined: onnxruntime copies it on WebGPU, and leaves zeros on the CPU.
 */
const groupQueryAttention: Op<Heads> = {
  arity: [9, 9],
  result(inputs, { heads, kvHeads }, op) {
    const [queries, keys, cache, positions] = [0, 1, 3, 5].map((i) => inputAt(inputs, i));
    if (!queries || !keys || !cache || !positions) throw new RangeError('expected nine inputs');
    expectDType(op, [...inputs.slice(0, 5), ...inputs.slice(7)], 'f32');
    expectDType(op, inputs.slice(5, 7), 'i32');
    const [B, S, d] = [dim(cache.shape, 0), dim(cache.shape, 2), dim(cache.shape, 3)];
    const shapes: readonly Shape[] = [
      [B, 1, heads * d],
      ...[1, 2].map(() => [B, 1, kvHeads * d]),
      ...[3, 4].map(() => [B, kvHeads, S, d]),
      [B],
      [1],
      ...[7, 8].map(() => [S, d / 2]),
    ];
    const fits = shapes.every((shape, i) => sameShape(shape, inputAt(inputs, i).shape));
    expect(fits, op, 'queries [B, 1, heads · d], and keys, values, caches and tables that fit', inputs);
    return [queries, cache, cache].map(({ shape }) => ({ dtype: 'f32', shape }));
  },
  compute(inputs, { heads, kvHeads }) {
    const positions = inputAt(inputs, 5);
    const tables = [inputAt(inputs, 7), inputAt(inputs, 8)];
    const at = { shape: [dim(positions.shape, 0), 1], data: positions.data };
    const rotated = (x: NdArray, n: number): NdArray => {
      const [y] = fused.RotaryEmbedding.compute([x, at, ...tables], { heads: n });
      return y ?? x;
    };
    const queries = rotated(inputAt(inputs, 0), heads);
    const keys = stored(inputAt(inputs, 3), rotated(inputAt(inputs, 1), kvHeads), positions);
    const values = stored(inputAt(inputs, 4), inputAt(inputs, 2), positions);
    return [mixed(queries, keys, values, positions), keys, values];
  },
  domain: 'com.microsoft',
  onnx: ({ heads, kvHeads }) => ({
    attributes: { num_heads: { int: heads }, kv_num_heads: { int: kvHeads }, do_rotary: { int: 1 } },
  }),
};

/** The cache [B, n, S, d] with the new token [B, 1, n · d] at its position. */
function stored(cache: NdArray, fresh: NdArray, positions: NdArray): NdArray {
  const [old, now, place] = [reader(cache), reader(fresh), reader(positions)];
  const d = dim(cache.shape, 3);
  return fromIndices(cache.shape, ([b = 0, head = 0, s = 0, i = 0]) =>
    s === place([b]) ? now([b, 0, head * d + i]) : old([b, head, s, i]),
  );
}

/** Values by the softmax of q·k / √d, of each row up to its position. */
function mixed(queries: NdArray, keys: NdArray, values: NdArray, positions: NdArray): NdArray {
  const [q, k, v, place] = [reader(queries), reader(keys), reader(values), reader(positions)];
  const [d, kvHeads] = [dim(keys.shape, 3), dim(keys.shape, 1)];
  const group = dim(queries.shape, 2) / d / kvHeads;
  return fromIndices(queries.shape, ([b = 0, , feature = 0]) => {
    const head = Math.floor(feature / d);
    const shared = Math.floor(head / group);
    const sum = (terms: number, term: (i: number) => number): number =>
      Array.from({ length: terms }, (_, i) => term(i)).reduce((total, x) => total + x, 0);
    const seen = place([b]) + 1;
    const weight = (s: number): number =>
      Math.exp(sum(d, (i) => q([b, 0, head * d + i]) * k([b, shared, s, i])) / Math.sqrt(d));
    const weights = Array.from({ length: seen }, (_, s) => weight(s));
    const total = sum(seen, (s) => weights[s] ?? 0);
    return sum(seen, (s) => (weights[s] ?? 0) * v([b, shared, s, feature % d])) / total;
  });
}

export const attentionOps = { GroupQueryAttention: groupQueryAttention };
