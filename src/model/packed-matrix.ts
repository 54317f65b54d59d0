/** A weight [out, in] in few bits, as it is kept on the host and placed on a device, and back in f32. */
import { fromHalves, toHalves } from '../base/half';
import type { Shape } from '../base/shape';
import { halvesOf } from '../llama/quantized';
import type { FewBits } from '../llama/weight-bits';
import type { HostTensor } from '../runtime/device';
import { fail } from './errors';
import type { HostWeight } from './host-weights';
import { dequantize, partsIn, quantize, type QuantizedMatrix } from './quantize';

interface Halves {
  readonly shape: Shape;
  readonly halves: Uint16Array;
}

export type PackedMatrix = QuantizedMatrix | Halves;

/** The largest number of 16 bits. */
const MOST = 65_504;

/** @throws LetheError weights/too-large where a number does not fit into 16 bits */
export function pack(name: string, weight: HostWeight, bits: FewBits): PackedMatrix {
  if (bits !== 16) return quantize(weight, bits);
  const { shape, data } = weight;
  const odd = data.find((x) => Math.abs(x) > MOST);
  if (odd !== undefined) fail('weights/too-large', { name, got: String(odd), most: String(MOST) });
  return { shape, halves: toHalves(data) };
}

/** In f32, as a graph computes it. */
export const unpack = (matrix: PackedMatrix): Float32Array<ArrayBuffer> =>
  'halves' in matrix ? fromHalves(matrix.halves) : dequantize(matrix);

/** What is stored for it, by name. */
export function storedIn(name: string, matrix: PackedMatrix): readonly (readonly [string, HostTensor])[] {
  if (!('halves' in matrix)) return partsIn(name, matrix);
  const { name: stored, shape, dtype } = halvesOf(name, matrix.shape);
  return [[stored, { shape, dtype, data: matrix.halves }]];
}
