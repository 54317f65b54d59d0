/** Weights in safetensors files; every float type is read as f32. */
import { fail } from './errors';
import type { Shape } from '../base/shape';
import { fromBfloat16, fromHalves, toHalves } from './half';
import { readEntries, typed, writeContainer, type Entry, type StoredTensor } from './tensor-container';

export interface NamedTensor {
  readonly shape: Shape;
  readonly data: Float32Array;
}

/**
 * The tensors of a file that `isWanted`, as f32, converted one after another. Those stored as F32 are views of the file.
 * `path` appears in messages only.
 * @throws LetheError file/invalid
 */
export function readSafetensors(
  bytes: Uint8Array,
  path: string,
  isWanted?: (name: string) => boolean,
): Map<string, NamedTensor> {
  const { entries } = readEntries(bytes, path, isWanted);
  return new Map([...entries].map(([name, entry]) => [name, widen(entry, name, path)]));
}

function widen({ dtype, shape, bytes }: Entry, name: string, path: string): NamedTensor {
  const tensor = typed(dtype, bytes);
  switch (tensor.dtype) {
    case 'F32':
      return { shape, data: tensor.data };
    case 'F16':
      return { shape, data: fromHalves(tensor.data) };
    case 'BF16':
      return { shape, data: fromBfloat16(tensor.data) };
    case 'F64':
    case 'I32':
    case 'U16':
      return fail('file/invalid', { path, expected: `F32, F16 or BF16 for "${name}"`, got: dtype });
  }
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
