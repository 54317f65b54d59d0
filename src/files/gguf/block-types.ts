/**
 * How GGUF stores numbers (ggml's ggml-quants.c): in blocks, most of which have a scale in f16. A further type is a row
 * of `blockTypes`, with values in tools/golden/gguf.py.
 */
import { fromBfloat16, fromHalves } from '../../base/half';
import { typed } from '../tensor-container';
import { halfAt, readQ4K, readQ5K, readQ6K } from './k-blocks';

export interface BlockType {
  readonly name: string;
  /** of a block: how many numbers, and in how many bytes */
  readonly numbers: number;
  readonly bytes: number;
  /** All numbers of some blocks, as f32. */
  readonly read: (blocks: Uint8Array) => Float32Array<ArrayBuffer>;
}

/** Fills the numbers of a block from its bytes. */
type ReadBlock = (bytes: Uint8Array, numbers: Float32Array) => void;

/** A type whose blocks of so many bytes have so many numbers each. */
function inBlocks(name: string, numbers: number, bytes: number, read: ReadBlock): BlockType {
  return {
    name,
    numbers,
    bytes,
    read(blocks) {
      const count = blocks.length / bytes;
      const all = new Float32Array(count * numbers);
      for (let block = 0; block < count; block++)
        read(
          blocks.subarray(block * bytes, (block + 1) * bytes),
          all.subarray(block * numbers, (block + 1) * numbers),
        );
      return all;
    },
  };
}

const NUMBERS = 32;
const HALF = NUMBERS / 2;
/** Of the types called K. */
const SUPER = 256;

/** scale · code + least; the codes of 4 bits are the last 16 bytes, the lower ones first, and `high` adds a fifth bit. */
function fromNibbles(bytes: Uint8Array, scale: number, least: number, numbers: Float32Array, high = 0): void {
  for (let i = 0; i < HALF; i++) {
    const byte = bytes[bytes.length - HALF + i] ?? 0;
    numbers[i] = scale * ((byte & 15) | (((high >>> i) & 1) << 4)) + least;
    numbers[i + HALF] = scale * ((byte >> 4) | (((high >>> (i + HALF)) & 1) << 4)) + least;
  }
}

const wordAt = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) |
  ((bytes[at + 1] ?? 0) << 8) |
  ((bytes[at + 2] ?? 0) << 16) |
  ((bytes[at + 3] ?? 0) << 24);

/** By ggml's number of the type. */
export const blockTypes: Readonly<Record<number, BlockType>> = {
  0: {
    name: 'F32',
    numbers: 1,
    bytes: 4,
    read: (bytes) => new Float32Array(Uint8Array.from(bytes).buffer),
  },
  1: { name: 'F16', numbers: 1, bytes: 2, read: (bytes) => fromHalves(words(bytes)) },
  30: { name: 'BF16', numbers: 1, bytes: 2, read: (bytes) => fromBfloat16(words(bytes)) },
  2: inBlocks('Q4_0', NUMBERS, 18, (bytes, numbers) => {
    const scale = halfAt(bytes, 0);
    fromNibbles(bytes, scale, -8 * scale, numbers);
  }),
  3: inBlocks('Q4_1', NUMBERS, 20, (bytes, numbers) => {
    fromNibbles(bytes, halfAt(bytes, 0), halfAt(bytes, 2), numbers);
  }),
  6: inBlocks('Q5_0', NUMBERS, 22, (bytes, numbers) => {
    const scale = halfAt(bytes, 0);
    fromNibbles(bytes, scale, -16 * scale, numbers, wordAt(bytes, 2));
  }),
  7: inBlocks('Q5_1', NUMBERS, 24, (bytes, numbers) => {
    fromNibbles(bytes, halfAt(bytes, 0), halfAt(bytes, 2), numbers, wordAt(bytes, 4));
  }),
  8: inBlocks('Q8_0', NUMBERS, 34, (bytes, numbers) => {
    const scale = halfAt(bytes, 0);
    for (let i = 0; i < NUMBERS; i++) numbers[i] = scale * (((bytes[2 + i] ?? 0) << 24) >> 24);
  }),
  12: inBlocks('Q4_K', SUPER, 144, readQ4K),
  13: inBlocks('Q5_K', SUPER, 176, readQ5K),
  14: inBlocks('Q6_K', SUPER, 210, readQ6K),
};

function words(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(typed('U16', bytes).data);
}
