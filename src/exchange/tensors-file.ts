/** A safetensors file whose tensors are made one after another. */
import type { Shape } from '../base/shape';
import { toHalves } from '../base/half';
import { containerHeader } from '../files/tensor-container';
import { fail } from './errors';
import type { ExportedFile } from './exported-file';

/** How numbers are stored. */
export type FloatType = 'F16' | 'F32';

/** A tensor that is computed when it is written. */
export interface LaterTensor {
  readonly shape: Shape;
  readonly data: () => Float32Array;
}

/**
 * `metadata`: free text about the file, by key.
 * @throws LetheError save/overflow, while it is written, if F16 cannot hold a number
 */
export function tensorsFile(
  path: string,
  tensors: ReadonlyMap<string, LaterTensor>,
  dtype: FloatType,
  metadata: Readonly<Record<string, string>> = {},
): ExportedFile {
  const stored = [...tensors].map(([name, { shape }]) => [name, { dtype, shape }] as const);
  const { header, dataBytes } = containerHeader({ format: 'pt', ...metadata }, stored);
  return {
    path,
    bytes: header.length + dataBytes,
    *pieces() {
      yield header;
      for (const [name, { data }] of tensors) {
        const numbers = data();
        const { buffer, byteOffset, byteLength } = dtype === 'F32' ? numbers : halves(name, numbers);
        yield new Uint8Array(buffer, byteOffset, byteLength);
      }
    },
  };
}

const INFINITE = 0x7c00;

function halves(name: string, numbers: Float32Array): Uint16Array {
  const narrow = toHalves(numbers);
  if (narrow.some((half) => (half & 0x7fff) === INFINITE)) fail('save/overflow', { name, most: '65504' });
  return narrow;
}
