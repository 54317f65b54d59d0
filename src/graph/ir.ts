/**
 * The graph language: a value is a tensor of known type, computed by a node from other values. Values refer to their
 * inputs, so an expression *is* its graph: what no output needs is not in it, and a gradient can simply refer to values
 * of the forward pass.
 *
 * Nodes have the names and meanings of ONNX (opset 21 and the com.microsoft domain); see ops/table.ts.
 */
import type { Shape } from '../base/shape';

/**
 * `i64` (positions of RotaryEmbedding), `u8` (codes of weights) and `f16` (weights) are only fed; graphs never compute with
 * them.
 */
export type DType = 'f32' | 'f16' | 'i32' | 'i64' | 'bool' | 'u8';

export interface TensorType {
  readonly dtype: DType;
  readonly shape: Shape;
}

/** Numbers as stored in memory; bool takes one byte per element, and f16 its bits. */
export type Data = Float32Array | Int32Array | BigInt64Array | Uint8Array | Uint16Array;

/** The attributes of every op. An op without attributes has `None`. */
export interface OpAttributes {
  Add: None;
  Sub: None;
  Mul: None;
  Div: None;
  Min: None;
  Greater: None;
  Equal: None;
  Where: None;
  Neg: None;
  Exp: None;
  Log: None;
  Sqrt: None;
  Relu: None;
  Sigmoid: None;
  Silu: None;
  Cast: { readonly to: DType };
  ReduceSum: Axes;
  ReduceMean: Axes;
  ReduceMax: Axes;
  ReduceLogSumExp: Axes;
  Softmax: Axis;
  Reshape: { readonly shape: Shape };
  Transpose: { readonly perm: readonly number[] };
  Expand: { readonly shape: Shape };
  Slice: { readonly axis: number; readonly start: number; readonly end: number };
  Split: { readonly axis: number; readonly sizes: readonly number[] };
  Concat: Axis;
  MatMul: None;
  Gemm: { readonly transA: boolean; readonly transB: boolean; readonly alpha: number };
  Gather: None;
  GatherBlockQuantized: { readonly bits: 4 | 8 };
  GatherElements: Axis;
  ScatterElements: Axis;
  TopK: { readonly k: number };
  RmsNorm: { readonly epsilon: number };
  RotaryEmbedding: { readonly heads: number };
  GroupQueryAttention: { readonly heads: number; readonly kvHeads: number };
}

export type None = Readonly<Record<string, never>>;
interface Axis {
  readonly axis: number;
}
/** Reductions keep the reduced axes, with size 1. */
interface Axes {
  readonly axes: readonly number[];
}

export type OpName = keyof OpAttributes;

/** One operation applied to values. `results` are the types of its results. */
export interface Node<O extends OpName = OpName> {
  readonly op: O;
  readonly inputs: readonly Value[];
  readonly attributes: OpAttributes[O];
  readonly results: readonly TensorType[];
}

/** A value that is fed at every run. */
export interface InputValue extends TensorType {
  readonly kind: 'input';
  readonly name: string;
}

/** A frozen weight of the model: fed at every run, or held by the compiled graph. */
export interface WeightValue extends TensorType {
  readonly kind: 'weight';
  readonly name: string;
}

export interface ConstantValue extends TensorType {
  readonly kind: 'constant';
  readonly data: Data;
}

/** Result `index` of a node. */
export interface ResultValue extends TensorType {
  readonly kind: 'result';
  readonly node: Node;
  readonly index: number;
}

export type Value = InputValue | WeightValue | ConstantValue | ResultValue;

/** `f32[2, 8]` as text. */
export function showType(type: TensorType): string {
  return `${type.dtype}[${type.shape.join(', ')}]`;
}
