/**
 * The safetensors container (https://github.com/huggingface/safetensors): u64 little-endian header length, JSON
 * header, data. Every bound is checked before a byte is used.
 */
import { fail } from './errors';
import { parseJson } from '../base/json';
import { entriesOf } from '../base/records';
import { v, validate } from '../base/schema';
import { show, size, type Shape } from '../base/shape';

const bytesPer = { F64: 8, F32: 4, F16: 2, BF16: 2, I32: 4, U16: 2 } as const;
export type StoredType = keyof typeof bytesPer;

/** Numbers as stored in the file; half floats as their 16 bits. */
type Stored =
  | { readonly dtype: 'F64'; readonly data: Float64Array }
  | { readonly dtype: 'F32'; readonly data: Float32Array }
  | { readonly dtype: 'I32'; readonly data: Int32Array }
  | { readonly dtype: 'F16' | 'BF16' | 'U16'; readonly data: Uint16Array };

export type StoredTensor = Stored & { readonly shape: Shape };

/** A tensor as it lies in the file: its bytes are a view, so nothing is copied. */
export interface Entry {
  readonly dtype: StoredType;
  readonly shape: Shape;
  readonly bytes: Uint8Array;
}

export interface Container {
  /** Free text about the file, by key. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly tensors: ReadonlyMap<string, StoredTensor>;
}

const MAX_HEADER = 100_000_000;
const types = new Map<string, StoredType>(entriesOf(bytesPer).map(([type]) => [type, type]));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const entry = v.object({
  dtype: v.string(),
  shape: v.array(whole),
  data_offsets: v.tuple([whole, whole]),
});
const header = v.objectWithRest({ __metadata__: v.optional(v.record(v.string(), v.string())) }, entry);

/** All of a file, copied. @throws LetheError file/invalid */
export function readContainer(bytes: Uint8Array, path: string): Container {
  const { metadata, entries } = readEntries(bytes, path);
  const copy = ({ dtype, shape, bytes: part }: Entry): StoredTensor => ({
    ...typed(dtype, Uint8Array.from(part)),
    shape,
  });
  return { metadata, tensors: new Map([...entries].map(([name, entry]) => [name, copy(entry)])) };
}

/**
 * The tensors of a file that `isWanted`; others may be of any type, such as masks of BOOL. `path` appears in messages
 * only. @throws LetheError file/invalid
 */
export function readEntries(
  bytes: Uint8Array,
  path: string,
  isWanted: (name: string) => boolean = () => true,
): { readonly metadata: Container['metadata']; readonly entries: ReadonlyMap<string, Entry> } {
  const bad = (expected: string, got: string): never => fail('file/invalid', { path, expected, got });
  if (bytes.length < 8) bad('at least 8 bytes', String(bytes.length));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = Number(view.getBigUint64(0, true));
  if (headerLength > MAX_HEADER || headerLength > bytes.length - 8) {
    bad('a header that fits in the file', `${headerLength} bytes of ${bytes.length}`);
  }
  const json = parseJson(decode(bytes.subarray(8, 8 + headerLength), bad), (expected, got) =>
    bad(`${expected} in the header`, got),
  );
  const { __metadata__: metadata = {}, ...listed } = validate(header, json, ({ field, expected, got }) =>
    bad(`${expected} at ${field}`, got),
  );
  const data = bytes.subarray(8 + headerLength);
  const entries = new Map<string, Entry>();
  let end = 0;
  const inOrder = Object.entries(listed).sort(([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0]);
  for (const [name, { dtype: written, shape, data_offsets }] of inOrder) {
    const [from, to] = data_offsets;
    if (to < from) bad(`"${name}" to end after ${from}`, String(to));
    if (to > data.length) bad(`"${name}" to end within ${data.length} bytes`, String(to));
    if (from !== end) bad(`"${name}" to start at ${end}`, String(from));
    end = to;
    if (!isWanted(name)) continue;
    const dtype = types.get(written) ?? bad(`${[...types.keys()].join(', ')} for "${name}"`, written);
    const expected = size(shape) * bytesPer[dtype];
    if (to - from !== expected) bad(`${expected} bytes for "${name}" ${show(shape)}`, String(to - from));
    entries.set(name, { dtype, shape, bytes: data.subarray(from, to) });
  }
  if (end !== data.length) bad(`${end} bytes of data`, String(data.length));
  return { metadata, entries };
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

function decode(bytes: Uint8Array, bad: (expected: string, got: string) => never): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bad('a header in UTF-8', 'other bytes');
  }
}

/** What precedes the data of a file with these tensors, in this order, and how many bytes of data there are. */
export function containerHeader(
  metadata: Container['metadata'],
  tensors: Iterable<readonly [name: string, tensor: Pick<Entry, 'dtype' | 'shape'>]>,
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
