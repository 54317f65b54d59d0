import { describe, expect, test } from 'vitest';
import { inMemory, type RangedFile } from '../base/ranged-file';
import { openSafetensors, readSafetensors, writeSafetensors } from './safetensors';
import { writeContainer } from './tensor-container';

const tensors = new Map([
  ['a', { shape: [2, 2], data: Float32Array.of(1, -2, 0.5, 1024) }],
  ['b', { shape: [1], data: Float32Array.of(3) }],
]);

/** A file with this header, followed by `data` bytes. */
function file(header: unknown, data: number, claimed?: bigint): Uint8Array {
  const json = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + json.length + data);
  new DataView(bytes.buffer).setBigUint64(0, claimed ?? BigInt(json.length), true);
  bytes.set(json, 8);
  return bytes;
}

const entry = (from: number, to: number, shape: number[] = [(to - from) / 4], dtype = 'F32') => ({
  dtype,
  shape,
  data_offsets: [from, to],
});

test.each(['F32', 'F16'] as const)('what is written as %s is read back', (dtype) => {
  expect(readSafetensors(writeSafetensors(tensors, dtype), 'x')).toEqual(tensors);
});

test('a Node Buffer, whose slices share memory, is read correctly', () => {
  const bytes = Buffer.from(writeSafetensors(tensors, 'F32'));
  expect(readSafetensors(bytes, 'x')).toEqual(tensors);
});

const all = (): boolean => true;

test('of a file read by parts come the same numbers, and of one tensor no more than it', async () => {
  const bytes = writeSafetensors(tensors, 'F16');
  const asked: number[] = [];
  const file: RangedFile = {
    size: bytes.length,
    read: (from, to) => {
      asked.push(to - from);
      return inMemory(bytes).read(from, to);
    },
  };
  const opened = await openSafetensors(file, 'x', all);
  expect(asked).toEqual([8, bytes.length - 8 - 10]); // the header alone
  expect([...opened].map(([name, { shape }]) => [name, shape])).toEqual([['a', [2, 2]], ['b', [1]]]); // prettier-ignore
  for (const [name, { data }] of tensors) expect(await opened.get(name)?.read()).toEqual(data);
  expect(asked.slice(2)).toEqual([8, 2]);
});

test('f64 is rounded to f32', () => {
  const data = Float64Array.of(0.1, -1e-3);
  const bytes = writeContainer({
    metadata: {},
    tensors: new Map([['a', { dtype: 'F64', shape: [2], data }]]),
  });
  expect(readSafetensors(bytes, 'x').get('a')?.data).toEqual(Float32Array.from(data));
});

test('bf16 is read', () => {
  const bytes = file({ a: entry(0, 4, [2], 'BF16') }, 4);
  bytes.set([0x80, 0x3f, 0x00, 0xc0], bytes.length - 4);
  expect([...(readSafetensors(bytes, 'x').get('a')?.data ?? [])]).toEqual([1, -2]);
});

describe('a damaged or inconsistent file is refused with a reason', () => {
  test.each([
    ['too short', new Uint8Array(3), 'at least 8 bytes'],
    ['header longer than the file', file({}, 0, 1000n), 'a header that fits in the file'],
    ['header is not JSON', file('{"a":', 0), 'JSON in the header'],
    ['data cut off', writeSafetensors(tensors, 'F32').slice(0, -1), 'to end within'],
    ['shape and bytes disagree', file({ a: entry(0, 8, [3]) }, 8), '12 bytes for "a" [3]'],
    ['overlapping tensors', file({ a: entry(0, 8), b: entry(4, 12) }, 12), '"b" to start at 8'],
    ['a gap between tensors', file({ a: entry(0, 4), b: entry(8, 12) }, 12), '"b" to start at 4'],
    ['bytes after the last tensor', file({ a: entry(0, 4) }, 8), '4 bytes of data'],
    ['unknown type', file({ a: entry(0, 8, [1], 'C64') }, 8), 'F64, F32, F16, BF16, I32, U16 for "a"'],
    ['a tensor that ends before it starts', file({ a: entry(8, 4, [1]) }, 8), '"a" to end after 8'],
    [
      'a type that weights cannot have',
      file({ a: entry(0, 4, [1], 'I32') }, 4),
      'F64, F32, F16, BF16 for "a"',
    ],
    ['negative offset', file({ a: entry(-4, 0, [1]) }, 4), 'a.data_offsets.0'],
  ])('%s', async (_, bytes, reason) => {
    await expect(openSafetensors(inMemory(bytes), 'model.safetensors', all)).rejects.toThrow(reason);
    expect(() => readSafetensors(bytes, 'model.safetensors')).toThrow(`model.safetensors: expected`);
    expect(() => readSafetensors(bytes, 'model.safetensors')).toThrow(reason);
  });
});

test('a tensor that is not wanted may be of any type, but not lie over another', () => {
  const bytes = file({ a: entry(0, 4), mask: entry(4, 6, [2], 'BOOL'), b: entry(6, 22, [2], 'C64') }, 22);
  const isWanted = (name: string) => name === 'a';
  expect([...readSafetensors(bytes, 'x', isWanted).keys()]).toEqual(['a']);
  expect(() => readSafetensors(bytes, 'x', (name) => name !== 'b')).toThrow('for "mask", got BOOL');
  const over = file({ a: entry(0, 4), mask: entry(2, 4, [2], 'BOOL') }, 4);
  expect(() => readSafetensors(over, 'x', isWanted)).toThrow('"mask" to start at 4');
});
