/** Weights in safetensors files; every float type is read as f32. */
import { fail } from './errors';
import type { RangedFile } from '../base/ranged-file';
import type { Shape } from '../base/shape';
import { fromBfloat16, fromHalves, toHalves } from '../base/half';
import { typed, writeContainer, type StoredTensor } from './tensor-container';
import { findPlaces, placesIn, type IsWanted, type StoredType } from './tensor-header';

export interface NamedTensor {
  readonly shape: Shape;
  readonly data: Float32Array;
}

/** A weight that is read from its file when it is asked for. */
export interface StoredWeight {
  readonly shape: Shape;
  /** Its numbers, anew at each call. */
  read(): Promise<Float32Array>;
}

const floats: readonly StoredType[] = ['F64', 'F32', 'F16', 'BF16'];

/** How the numbers of a tensor become f32: those of F64 are rounded, those of F32 not copied. @throws LetheError file/invalid */
function wideningOf(dtype: StoredType, name: string, path: string): (bytes: Uint8Array) => Float32Array {
  const refuse = (): never =>
    fail('file/invalid', { path, expected: `${floats.join(', ')} for "${name}"`, got: dtype });
  if (!floats.includes(dtype)) refuse();
  return (bytes) => {
    const tensor = typed(dtype, bytes);
    switch (tensor.dtype) {
      case 'F64':
        return Float32Array.from(tensor.data);
      case 'F32':
        return tensor.data;
      case 'F16':
        return fromHalves(tensor.data);
      case 'BF16':
        return fromBfloat16(tensor.data);
      case 'I32':
      case 'U16':
        return refuse();
    }
  };
}

/**
 * The tensors of a file that `isWanted`, as f32, converted one after another. Those stored as F32 are views of the file.
 * `path` appears in messages only.
 * @throws LetheError file/invalid
 */
export function readSafetensors(
  bytes: Uint8Array,
  path: string,
  isWanted?: IsWanted,
): Map<string, NamedTensor> {
  const { places } = placesIn(bytes, path, isWanted);
  return new Map(
    [...places].map(([name, { dtype, shape, from, to }]) => [
      name,
      { shape, data: wideningOf(dtype, name, path)(bytes.subarray(from, to)) },
    ]),
  );
}

/** The same tensors, of which nothing is read yet but the header of the file. @throws LetheError file/invalid */
export async function openSafetensors(
  file: RangedFile,
  path: string,
  isWanted: IsWanted,
): Promise<Map<string, StoredWeight>> {
  const { places } = await findPlaces(file, path, isWanted);
  return new Map(
    [...places].map(([name, { dtype, shape, from, to }]) => {
      const widen = wideningOf(dtype, name, path);
      return [name, { shape, read: async () => widen(await file.read(from, to)) }];
    }),
  );
}

/** The bytes of a file that holds these tensors, in this order, as F32 or F16. */
export function writeSafetensors(
  tensors: ReadonlyMap<string, NamedTensor>,
  dtype: 'F32' | 'F16',
): Uint8Array {
  const stored = [...tensors].map(([name, { shape, data }]): [string, StoredTensor] => [
    name,
    dtype === 'F32' ? { dtype, shape, data } : { dtype, shape, data: toHalves(data) },
  ]);
  return writeContainer({ metadata: { format: 'pt' }, tensors: new Map(stored) });
}
