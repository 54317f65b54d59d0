/**
 * The safetensors format (https://github.com/huggingface/safetensors): u64 little-endian header
 * length, JSON header, data. Every bound is checked before a byte is used.
 */
import { fail } from '../base/errors';
import { v, validate } from '../base/schema';
import { show, size, type Shape } from '../base/shape';
import { fromBfloat16, fromHalves, toHalves } from './half';

export interface NamedTensor {
  readonly shape: Shape;
  readonly data: Float32Array;
}

const MAX_HEADER = 100_000_000;
const bytesPer = { F32: 4, F16: 2, BF16: 2 } as const;
type FileType = keyof typeof bytesPer;

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const entry = v.object({
  dtype: v.picklist(['F32', 'F16', 'BF16']),
  shape: v.array(whole),
  data_offsets: v.tuple([whole, whole]),
});
const header = v.objectWithRest({ __metadata__: v.optional(v.record(v.string(), v.string())) }, entry);

/** Every tensor of a file as f32. `path` is for messages. @throws LetheError file/invalid */
export function readSafetensors(bytes: Uint8Array, path: string): Map<string, NamedTensor> {
  const bad = (expected: string, got: string): never => fail('file/invalid', { path, expected, got });
  if (bytes.length < 8) bad('at least 8 bytes', String(bytes.length));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = Number(view.getBigUint64(0, true));
  if (headerLength > MAX_HEADER || headerLength > bytes.length - 8) {
    bad('a header that fits in the file', `${headerLength} bytes of ${bytes.length}`);
  }
  const json = parseJson(bytes.subarray(8, 8 + headerLength), bad);
  const { __metadata__: metadata, ...entries } = validate(header, json, ({ field, expected, got }) =>
    bad(`${expected} at ${field}`, got),
  );
  const data = bytes.subarray(8 + headerLength);
  const tensors = new Map<string, NamedTensor>();
  let end = 0;
  const inOrder = Object.entries(entries).sort(([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0]);
  for (const [
    name,
    {
      dtype,
      shape,
      data_offsets: [from, to],
    },
  ] of inOrder) {
    const expected = size(shape) * bytesPer[dtype];
    if (to - from !== expected) bad(`${expected} bytes for "${name}" ${show(shape)}`, String(to - from));
    if (to > data.length) bad(`"${name}" to end within ${data.length} bytes`, String(to));
    if (from < end) bad(`"${name}" to start after ${end}`, String(from));
    tensors.set(name, { shape, data: widen(Uint8Array.from(data.subarray(from, to)), dtype) });
    end = to;
  }
  return tensors;
}

function parseJson(bytes: Uint8Array, bad: (expected: string, got: string) => never): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return bad('a JSON header', error instanceof Error ? error.message : 'something else');
  }
}

/** `bytes` is a copy with a buffer of its own (Node's Buffer.slice would share one), so it is aligned. */
function widen(bytes: Uint8Array, dtype: FileType): Float32Array {
  if (dtype === 'F32') return new Float32Array(bytes.buffer);
  const narrow = new Uint16Array(bytes.buffer);
  return dtype === 'F16' ? fromHalves(narrow) : fromBfloat16(narrow);
}

/** The bytes of a file with these tensors, in the given order, as F32 or F16. */
export function writeSafetensors(
  tensors: ReadonlyMap<string, NamedTensor>,
  dtype: 'F32' | 'F16',
): Uint8Array {
  let offset = 0;
  const entries: Record<string, unknown> = { __metadata__: { format: 'pt' } };
  for (const [name, { shape }] of tensors) {
    const end = offset + size(shape) * bytesPer[dtype];
    entries[name] = { dtype, shape, data_offsets: [offset, end] };
    offset = end;
  }
  const json = new TextEncoder().encode(JSON.stringify(entries));
  const padded = 8 * Math.ceil(json.length / 8); // data starts aligned
  const bytes = new Uint8Array(8 + padded + offset).fill(0x20, 8, 8 + padded);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(padded), true);
  bytes.set(json, 8);
  let at = 8 + padded;
  for (const { data } of tensors.values()) {
    const stored = dtype === 'F32' ? data : toHalves(data);
    bytes.set(new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength), at);
    at += stored.byteLength;
  }
  return bytes;
}
