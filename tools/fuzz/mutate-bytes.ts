/** Damages bytes as disks, cables and editors do. */
import { pick, type Prng } from '../../src/base/prng';

/** Pieces that mean something to some reader. */
const pieces: readonly string[] = [
  '"', "'", '""', '\\', '{', '}', '[', ']', ',', ':', '\t', '\n', '\r\n', '\r', '\0', '\uFEFF', '|', '=', '&', '#', '%',
  'null', 'NaN', 'Infinity', '1e999', '-1', '99999999999999999999', '/*', '//', '__proto__', '<script>', '=1+1', '../',
]; // prettier-ignore

type Change = (random: Prng, bytes: Uint8Array, other: Uint8Array) => Uint8Array;

const join = (...parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

/** A range of the bytes, mostly a short one. */
function range(random: Prng, { length }: Uint8Array): readonly [number, number] {
  const start = random.below(length + 1);
  const most = random.below(4) === 0 ? length - start : Math.min(16, length - start);
  return [start, start + random.below(most + 1)];
}

const randomBytes = (random: Prng, n: number): Uint8Array =>
  Uint8Array.from({ length: n }, () => random.below(256));

const changes: readonly Change[] = [
  function flipBit(random, bytes) {
    if (bytes.length === 0) return bytes;
    const at = random.below(bytes.length);
    return bytes.map((byte, i) => (i === at ? byte ^ (1 << random.below(8)) : byte));
  },
  function setByte(random, bytes) {
    const at = random.below(bytes.length + 1);
    const value = pick(random, [0, 1, 0x7f, 0x80, 0xff, random.below(256)]);
    return bytes.map((byte, i) => (i === at ? value : byte));
  },
  function remove(random, bytes) {
    const [start, end] = range(random, bytes);
    return join(bytes.subarray(0, start), bytes.subarray(end));
  },
  function repeat(random, bytes) {
    const [start, end] = range(random, bytes);
    const times = 1 + random.below(4);
    const copies = Array.from({ length: times }, () => bytes.subarray(start, end));
    return join(bytes.subarray(0, end), ...copies, bytes.subarray(end));
  },
  function insert(random, bytes) {
    const at = random.below(bytes.length + 1);
    const piece = new TextEncoder().encode(pick(random, pieces).repeat(1 + random.below(3)));
    return join(bytes.subarray(0, at), piece, bytes.subarray(at));
  },
  function overwrite(random, bytes) {
    const [start, end] = range(random, bytes);
    return join(bytes.subarray(0, start), randomBytes(random, end - start), bytes.subarray(end));
  },
  function cut(random, bytes) {
    return bytes.subarray(0, random.below(bytes.length + 1));
  },
  function splice(random, bytes, other) {
    return join(
      bytes.subarray(0, random.below(bytes.length + 1)),
      other.subarray(random.below(other.length + 1)),
    );
  },
];

/** The bytes after one to four changes; `other` is another file of the kind. */
export function mutatedBytes(random: Prng, bytes: Uint8Array, other: Uint8Array): Uint8Array {
  const times = 1 + random.below(4);
  return Array.from({ length: times }).reduce<Uint8Array>(
    (now) => pick(random, changes)(random, now, other),
    bytes,
  );
}

/** Bytes that have nothing to do with any file. */
export function noise(random: Prng): Uint8Array {
  const length = random.below(2_000);
  if (random.below(2) === 0) return randomBytes(random, length);
  return new TextEncoder().encode(Array.from({ length: length / 4 }, () => pick(random, pieces)).join(''));
}
