/**
 * What a safetensors file holds and where, which its header says: u64 little-endian length, then JSON. Every bound is
 * checked before a byte of data is used.
 */
import { fail } from './errors';
import { parseJson } from '../base/json';
import type { RangedFile } from '../base/ranged-file';
import { entriesOf } from '../base/records';
import { v, validate } from '../base/schema';
import { show, size, type Shape } from '../base/shape';

export const bytesPer = { F64: 8, F32: 4, F16: 2, BF16: 2, I32: 4, U16: 2 } as const;
export type StoredType = keyof typeof bytesPer;

/** Where a tensor lies in the file. */
export interface Place {
  readonly dtype: StoredType;
  readonly shape: Shape;
  /** of its first byte in the file, and of the first behind it */
  readonly from: number;
  readonly to: number;
}

export interface Places {
  /** Free text about the file, by key. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly places: ReadonlyMap<string, Place>;
}

type Bad = (expected: string, got: string) => never;
const badIn =
  (path: string): Bad =>
  (expected, got) =>
    fail('file/invalid', { path, expected, got });

const MAX_HEADER = 100_000_000;
const types = new Map<string, StoredType>(entriesOf(bytesPer).map(([type]) => [type, type]));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const entry = v.object({
  dtype: v.string(),
  shape: v.array(whole),
  data_offsets: v.tuple([whole, whole]),
});
const header = v.objectWithRest({ __metadata__: v.optional(v.record(v.string(), v.string())) }, entry);

/** Which tensors are wanted; others may be of any type, such as masks of BOOL. */
export type IsWanted = (name: string) => boolean;

/** Of a file in memory. `path` appears in messages only. @throws LetheError file/invalid */
export function placesIn(bytes: Uint8Array, path: string, isWanted: IsWanted = () => true): Places {
  const bad = badIn(path);
  const dataAt = START + lengthOf(bytes.subarray(0, START), bytes.length, bad);
  return placesBy(bytes.subarray(START, dataAt), bytes.length, isWanted, bad);
}

/** Of a file of which no more than the header is read. @throws LetheError file/invalid */
export async function findPlaces(file: RangedFile, path: string, isWanted: IsWanted): Promise<Places> {
  const bad = badIn(path);
  const start = await file.read(0, Math.min(START, file.size));
  const dataAt = START + lengthOf(start, file.size, bad);
  return placesBy(await file.read(START, dataAt), file.size, isWanted, bad);
}

/** The bytes that say how long the header is. */
const START = 8;

function lengthOf(start: Uint8Array, fileBytes: number, bad: Bad): number {
  if (start.length < START) bad(`at least ${START} bytes`, String(start.length));
  const length = Number(new DataView(start.buffer, start.byteOffset).getBigUint64(0, true));
  if (length > MAX_HEADER || length > fileBytes - START)
    bad('a header that fits in the file', `${length} bytes of ${fileBytes}`);
  return length;
}

function placesBy(headerBytes: Uint8Array, fileBytes: number, isWanted: IsWanted, bad: Bad): Places {
  const json = parseJson(decode(headerBytes, bad), (expected, got) => bad(`${expected} in the header`, got));
  const { __metadata__: metadata = {}, ...listed } = validate(header, json, ({ field, expected, got }) =>
    bad(`${expected} at ${field}`, got),
  );
  const dataAt = START + headerBytes.length;
  const dataBytes = fileBytes - dataAt;
  const places = new Map<string, Place>();
  let end = 0;
  const inOrder = Object.entries(listed).sort(([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0]);
  for (const [name, { dtype: written, shape, data_offsets }] of inOrder) {
    const [from, to] = data_offsets;
    if (to < from) bad(`"${name}" to end after ${from}`, String(to));
    if (to > dataBytes) bad(`"${name}" to end within ${dataBytes} bytes`, String(to));
    if (from !== end) bad(`"${name}" to start at ${end}`, String(from));
    end = to;
    if (!isWanted(name)) continue;
    const dtype = types.get(written) ?? bad(`${[...types.keys()].join(', ')} for "${name}"`, written);
    const expected = size(shape) * bytesPer[dtype];
    if (to - from !== expected) bad(`${expected} bytes for "${name}" ${show(shape)}`, String(to - from));
    places.set(name, { dtype, shape, from: dataAt + from, to: dataAt + to });
  }
  if (end !== dataBytes) bad(`${end} bytes of data`, String(dataBytes));
  return { metadata, places };
}

function decode(bytes: Uint8Array, bad: Bad): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bad('a header in UTF-8', 'other bytes');
  }
}
