/**
 * A case for every op: example inputs inside its domain, for the tests that compare each op with onnxruntime (forward)
 * and with numeric derivatives (gradient). The table is total: an op without a case is a type error. Only tests import
 * this file.
 */
import type { Prng } from '../../base/prng';
import type { DType, OpAttributes, OpName } from '../ir';
import { fromIndices, type NdArray } from '../nd-array';

export interface OpCase<O extends OpName> {
  readonly inputs: readonly NdArray[];
  /** Inputs without a gradient, by position, with their dtype; all others are f32. */
  readonly fixed?: Readonly<Record<number, DType>>;
  readonly attributes: OpAttributes[O];
}

export type CaseTable = { readonly [O in OpName]: readonly OpCase<O>[] };

/** The cases, with numbers drawn from `random`. */
export function opCases(random: Prng): CaseTable {
  const normal = (...shape: number[]): NdArray => fromIndices(shape, () => random.normal());
  const positive = (...shape: number[]): NdArray => fromIndices(shape, () => 0.5 + random.uniform() * 3);
  const ids = (n: number, ...shape: number[]): NdArray => fromIndices(shape, () => random.below(n));
  const counted = (...shape: number[]): NdArray => fromIndices(shape, (index) => index.at(-1) ?? 0);
  const none = {};
  /** the position of the new token of each row */
  const last = (row: number): number => (row === 0 ? 4 : 1);
  const pairs = [
    { inputs: [normal(2, 3), normal(2, 3)], attributes: none },
    { inputs: [normal(2, 3), normal(3)], attributes: none },
    { inputs: [normal(2, 1, 3), normal(4, 1)], attributes: none },
    { inputs: [normal(2, 3), normal()], attributes: none },
  ];
  const alone = [{ inputs: [normal(2, 3)], attributes: none }];
  const integers = {
    inputs: [ids(3, 2, 3), ids(3, 3)],
    fixed: { 0: 'i32', 1: 'i32' },
    attributes: none,
  } as const;
  const reductions = [
    { inputs: [normal(2, 3, 4)], attributes: { axes: [2] } },
    { inputs: [normal(2, 3, 4)], attributes: { axes: [0, 2] } },
  ];
  return {
    Add: [...pairs, integers],
    Sub: pairs,
    Mul: pairs,
    Div: [{ inputs: [normal(2, 3), positive(3)], attributes: none }],
    Min: pairs,
    Greater: [...pairs, integers],
    Equal: [integers],
    Where: [
      { inputs: [ids(2, 2, 3), normal(2, 3), normal(3)], fixed: { 0: 'bool' }, attributes: none },
      { inputs: [ids(2, 3), normal(2, 3), normal()], fixed: { 0: 'bool' }, attributes: none },
    ],
    Neg: alone,
    Exp: alone,
    Log: [{ inputs: [positive(2, 3)], attributes: none }],
    Sqrt: [{ inputs: [positive(2, 3)], attributes: none }],
    Relu: alone,
    Sigmoid: alone,
    Silu: alone,
    Cast: [
      { inputs: [ids(2, 2, 3)], fixed: { 0: 'bool' }, attributes: { to: 'f32' } },
      { inputs: [ids(9, 2, 3)], fixed: { 0: 'i32' }, attributes: { to: 'f32' } },
      { inputs: [normal(2, 3)], fixed: { 0: 'f16' }, attributes: { to: 'f32' } },
      { inputs: [ids(9, 2, 3)], attributes: { to: 'i32' } },
    ],
    ReduceSum: reductions,
    ReduceMean: reductions,
    ReduceMax: reductions,
    ReduceLogSumExp: reductions,
    Softmax: [
      { inputs: [normal(2, 3, 4)], attributes: { axis: 2 } },
      { inputs: [normal(2, 3, 4)], attributes: { axis: 1 } },
    ],
    TopK: [{ inputs: [normal(3, 7)], attributes: { k: 4 } }],
    Reshape: [{ inputs: [normal(2, 6)], attributes: { shape: [3, 4] } }],
    Transpose: [{ inputs: [normal(2, 3, 4)], attributes: { perm: [2, 0, 1] } }],
    Expand: [{ inputs: [normal(3, 1)], attributes: { shape: [2, 3, 4] } }],
    Slice: [{ inputs: [normal(2, 5)], attributes: { axis: 1, start: 1, end: 4 } }],
    Split: [{ inputs: [normal(2, 6)], attributes: { axis: 1, sizes: [1, 3, 2] } }],
    Concat: [{ inputs: [normal(2, 3), normal(2, 1), normal(2, 2)], attributes: { axis: 1 } }],
    MatMul: [
      { inputs: [normal(2, 3), normal(3, 4)], attributes: none },
      { inputs: [normal(2, 5, 2, 3), normal(2, 5, 3, 4)], attributes: none },
      { inputs: [normal(5, 2, 3), normal(3, 4)], attributes: none },
    ],
    Gemm: [
      { inputs: [normal(2, 3), normal(3, 4)], attributes: { transA: false, transB: false, alpha: 1 } },
      { inputs: [normal(3, 2), normal(4, 3)], attributes: { transA: true, transB: true, alpha: 0.5 } },
      {
        inputs: [normal(3, 2), normal(3, 4), normal(2, 4)],
        attributes: { transA: true, transB: false, alpha: 2 },
      },
      {
        inputs: [normal(2, 3), normal(4, 3), normal(4)],
        attributes: { transA: false, transB: true, alpha: 1 },
      },
    ],
    Gather: [
      { inputs: [normal(5, 3), ids(5, 2, 4)], fixed: { 1: 'i32' }, attributes: none },
      { inputs: [normal(5, 2, 3), ids(5, 4)], fixed: { 1: 'i32' }, attributes: none },
    ],
    GatherBlockQuantized: ([4, 8] as const).map((bits) => ({
      inputs: [ids(256, 5, 3, 4 * bits), ids(5, 7), normal(5, 3, 1)],
      fixed: { 0: 'u8', 1: 'i32' },
      attributes: { bits },
    })),
    GatherElements: [{ inputs: [normal(4, 6), ids(6, 4, 1)], fixed: { 1: 'i32' }, attributes: { axis: 1 } }],
    ScatterElements: [
      { inputs: [normal(5, 3), ids(5, 7, 3), normal(7, 3)], fixed: { 1: 'i32' }, attributes: { axis: 0 } },
      { inputs: [normal(4, 6), ids(6, 4, 1), normal(4, 1)], fixed: { 1: 'i32' }, attributes: { axis: 1 } },
    ],
    RmsNorm: [{ inputs: [normal(2, 3, 8), normal(8)], attributes: { epsilon: 1e-5 } }],
    RotaryEmbedding: [
      {
        inputs: [normal(2, 3, 16), counted(2, 3), normal(6, 4), normal(6, 4)],
        fixed: { 1: 'i64', 2: 'f32', 3: 'f32' },
        attributes: { heads: 2 },
      },
    ],
    GroupQueryAttention: [
      {
        inputs: [
          normal(2, 1, 64),
          ...[1, 2].map(() => normal(2, 1, 32)),
          ...[3, 4].map(() =>
            fromIndices([2, 2, 5, 16], ([b = 0, , s = 0]) => (s > last(b) ? 0 : random.normal())),
          ),
          fromIndices([2], ([b = 0]) => last(b)),
          fromIndices([1], () => 5),
          ...[7, 8].map(() => normal(5, 8)),
        ],
        fixed: Object.fromEntries(
          Array.from({ length: 9 }, (_, i): [number, DType] => [i, i === 5 || i === 6 ? 'i32' : 'f32']),
        ),
        attributes: { heads: 4, kvHeads: 2 },
      },
    ],
  };
}
