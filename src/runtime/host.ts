/** The float64 arrays of the reference as tensors for a device. */
import { toHalves } from '../base/half';
import type { DType } from '../graph/ir';
import type { NdArray } from '../graph/nd-array';
import type { HostTensor } from './device';

/** `array` in the memory format of `dtype`. */
export function toHost({ shape, data }: NdArray, dtype: DType): HostTensor {
  switch (dtype) {
    case 'f32':
      return { shape, data: Float32Array.from(data) };
    case 'f16':
      return { shape, data: toHalves(Float32Array.from(data)) };
    case 'i32':
      return { shape, data: Int32Array.from(data) };
    case 'i64':
      return { shape, data: BigInt64Array.from(Array.from(data, BigInt)) };
    case 'bool':
      return { shape, data: Uint8Array.from(data) };
    case 'u8':
      return { shape, data: Uint8Array.from(data), dtype };
  }
}
