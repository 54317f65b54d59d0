/** The safetensors container (https://github.com/huggingface/safetensors): a header (tensor-header.ts), then data. */
import { size, type Shape } from '../base/shape';
import { bytesPer, placesIn, type Place, type Places, type StoredType } from './tensor-header';

/** Numbers as stored in the file; half floats as their 16 bits. */
type Stored =
  | { readonly dtype: 'F64'; readonly data: Float64Array }
  | { readonly dtype: 'F32'; readonly data: Float32Array }
  | { readonly dtype: 'I32'; readonly data: Int32Array }
  | { readonly dtype: 'F16' | 'BF16' | 'U16'; readonly data: Uint16Array };

export type StoredTensor = Stored & { readonly shape: Shape };

export interface Container extends Pick<Places, 'metadata'> {
  readonly tensors: ReadonlyMap<string, StoredTensor>;
}

/** All of a file, copied. @throws LetheError file/invalid */
export function readContainer(bytes: Uint8Array, path: string): Container {
  const { metadata, places } = placesIn(bytes, path);
  const copy = ({ dtype, shape, from, to }: Place): StoredTensor => ({
    ...typed(dtype, Uint8Array.from(bytes.subarray(from, to))),
    shape,
  });
  return { metadata, tensors: new Map([...places].map(([name, place]) => [name, copy(place)])) };
}

/** The numbers of some bytes, without a copy where they are aligned. */
export function typed(dtype: StoredType, bytes: Uint8Array): Stored {
  const size = bytesPer[dtype];
  const { buffer, byteOffset } = bytes.byteOffset % size === 0 ? bytes : Uint8Array.from(bytes);
  const count = bytes.length / size;
  switch (dtype) {
    case 'F64':
      return { dtype, data: new Float64Array(buffer, byteOffset, count) };
    case 'F32':
      return { dtype, data: new Float32Array(buffer, byteOffset, count) };
    case 'I32':
      return { dtype, data: new Int32Array(buffer, byteOffset, count) };
    case 'F16':
    case 'BF16':
    case 'U16':
      return { dtype, data: new Uint16Array(buffer, byteOffset, count) };
  }
}

/** What precedes the data of a file with these tensors, in this order, and how many bytes of data there are. */
export function containerHeader(
  metadata: Container['metadata'],
  tensors: Iterable<readonly [name: string, tensor: Pick<Place, 'dtype' | 'shape'>]>,
): { readonly header: Uint8Array<ArrayBuffer>; readonly dataBytes: number } {
  let offset = 0;
  const entries: Record<string, unknown> = { __metadata__: metadata };
  for (const [name, { dtype, shape }] of tensors) {
    const end = offset + size(shape) * bytesPer[dtype];
    entries[name] = { dtype, shape, data_offsets: [offset, end] };
    offset = end;
  }
  const json = new TextEncoder().encode(JSON.stringify(entries));
  const padded = 8 * Math.ceil(json.length / 8); // data starts aligned
  const header = new Uint8Array(8 + padded).fill(0x20);
  new DataView(header.buffer).setBigUint64(0, BigInt(padded), true);
  header.set(json, 8);
  return { header, dataBytes: offset };
}

/** The bytes of a file that holds these tensors, in this order. */
export function writeContainer({ metadata, tensors }: Container): Uint8Array {
  const { header, dataBytes } = containerHeader(metadata, tensors);
  const bytes = new Uint8Array(header.length + dataBytes);
  bytes.set(header);
  let at = header.length;
  for (const { data } of tensors.values()) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return bytes;
}
