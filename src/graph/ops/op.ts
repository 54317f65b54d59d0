/** The type of a row of the op table, and what the rows share. */
import { broadcast, show, type Shape } from '../../base/shape';
import { fail } from '../errors';
import { showType, type DType, type OpAttributes, type OpName, type TensorType } from '../ir';
import type { NdArray } from '../nd-array';

/** The attributes of a node in ONNX: some are attributes there, too, others int64 constant inputs. */
export interface OnnxForm {
  readonly attributes?: Readonly<Record<string, OnnxAttribute>>;
  /** int64 constants appended to the inputs, in order. */
  readonly extraInputs?: readonly (readonly number[])[];
}

export type OnnxAttribute =
  | { readonly int: number }
  | { readonly float: number }
  | { readonly ints: readonly number[] }
  | { readonly string: string };

/** One row: how many inputs an op takes, its result types, its meaning, and its form in ONNX. */
export interface Op<A> {
  /** Least and greatest number of inputs. */
  readonly arity: readonly [number, number];
  /** Types of the results. @throws LetheError graph/type if the inputs do not fit */
  result(inputs: readonly TensorType[], attributes: A, op: string): readonly TensorType[];
  /** The op's meaning in float64: the reference of the tests. */
  compute(inputs: readonly NdArray[], attributes: A): readonly NdArray[];
  /** The name in ONNX where it differs, and the domain where it is not the standard one. */
  readonly onnxName?: string;
  readonly domain?: 'com.microsoft';
  onnx(attributes: A, inputs: readonly TensorType[]): OnnxForm;
}

/** The op table's type: a missing op is a compile error. */
export type OpTable = { readonly [O in OpName]: Op<OpAttributes[O]> };

/** Fails with `graph/type` unless `fits`. */
export function expect(fits: boolean, op: string, expected: string, got: readonly TensorType[]): void {
  if (!fits) fail('graph/type', { op, expected, got: got.map(showType).join(', ') });
}

export function expectDType(op: string, inputs: readonly TensorType[], ...dtypes: DType[]): void {
  const fits = inputs.every((inputAt) => dtypes.includes(inputAt.dtype));
  expect(fits, op, `inputs of type ${dtypes.join(' or ')}`, inputs);
}

/** The common shape of elementwise inputs. */
export function commonShape(op: string, inputs: readonly TensorType[]): Shape {
  return inputs.reduce<Shape>((shape, inputAt) => {
    const both = broadcast(shape, inputAt.shape);
    if (both) return both;
    const expected = `shapes that broadcast to ${show(shape)}`;
    return fail('graph/type', { op, expected, got: inputs.map(showType).join(', ') });
  }, []);
}

/** The inputs by position; they are present, since `arity` was checked. */
export function inputAt<T>(inputs: readonly T[], position: number): T {
  const found = inputs[position];
  if (found === undefined) {
    return fail('graph/invalid', { problem: `an input ${position} is missing` });
  }
  return found;
}

export const plain = (): OnnxForm => ({});
