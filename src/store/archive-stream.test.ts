/** Zip files made piece by piece, read by the reader of projects, which checks every header and checksum. */
import { expect, test, vi } from 'vitest';
import { zipPieces } from './archive-stream';
import { unpack } from './archive-unpack';

const refuse = (expected: string, got: string): never => {
  throw new Error(`expected ${expected}, got ${got}`);
};

function joined(pieces: Iterable<Uint8Array>): Uint8Array {
  return Uint8Array.from([...pieces].flatMap((piece) => [...piece]));
}

const numbers = Uint8Array.from({ length: 70_000 }, (_, i) => (i * i) % 251);
const text = new TextEncoder().encode('{"a": 1, "b": "忘"}\n'.repeat(500));

test('files come out as they went in, numbers stored and texts packed', () => {
  const zip = joined(
    zipPieces([
      { path: 'm/model.safetensors', pieces: () => [numbers.subarray(0, 9), numbers.subarray(9)] },
      { path: 'm/config.json', pieces: () => [text.subarray(0, 77), text.subarray(77)] },
      { path: 'empty.md', pieces: () => [] },
    ]),
  );
  const files = unpack(zip, 2 ** 20, refuse);
  expect([...files.keys()]).toEqual(['m/model.safetensors', 'm/config.json', 'empty.md']);
  expect(files.get('m/model.safetensors')).toEqual(numbers);
  expect(files.get('m/config.json')).toEqual(text);
  expect(files.get('empty.md')).toHaveLength(0);
  expect(zip.length).toBeLessThan(numbers.length + 2000);
});

test('a piece may be changed once the next one is asked for', () => {
  const reused = new Uint8Array(4);
  function* pieces() {
    for (let i = 1; i <= 3; i++) yield reused.fill(i);
  }
  const files = unpack(joined(zipPieces([{ path: 'a.bin', pieces }])), 2 ** 20, refuse);
  expect(files.get('a.bin')).toEqual(Uint8Array.of(1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3));
});

test('nothing is made before it is asked for', () => {
  let made = 0;
  function* pieces() {
    for (; made < 3; made++) yield numbers;
  }
  const zip = zipPieces([{ path: 'a.bin', pieces }]);
  expect(made).toBe(0);
  zip.next();
  expect(made).toBe(0);
  while (made < 1) zip.next();
  expect(made).toBe(1);
});

test('a file whose making takes a while has the same time in both of its headers', () => {
  const start = Date.now();
  let reads = 0;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => start + 10_000 * reads++);
  const zip = joined(zipPieces([{ path: 'a.json', pieces: () => [new Uint8Array(9)] }]));
  clock.mockRestore();
  expect([...unpack(zip, 2 ** 20, refuse).keys()]).toEqual(['a.json']);
});
