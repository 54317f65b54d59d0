/**
 * How GGUF stores numbers (ggml's ggml-quants.c): in blocks, most of which have a scale in f16. A further type is a row
 * of `blockTypes`, with values in tools/golden/gguf.py.
 */
import { fromBfloat16, fromHalf, fromHalves } from '../half';
import { typed } from '../tensor-container';

export interface BlockType {
  readonly name: string;
  /** of a block: how many numbers, and in how many bytes */
  readonly numbers: number;
  readonly bytes: number;
  /** All numbers of some blocks, as f32. */
  readonly read: (blocks: Uint8Array) => Float32Array<ArrayBuffer>;
}

/** Fills the 32 numbers of a block from its bytes; scales are read by `half`. */
type ReadBlock = (bytes: Uint8Array, numbers: Float32Array) => void;

const NUMBERS = 32;

/** A type whose blocks have 32 numbers. */
function blocksOf32(name: string, bytes: number, read: ReadBlock): BlockType {
  return {
    name,
    numbers: NUMBERS,
    bytes,
    read(blocks) {
      const count = blocks.length / bytes;
      const numbers = new Float32Array(count * NUMBERS);
      for (let block = 0; block < count; block++) {
        const from = blocks.subarray(block * bytes, (block + 1) * bytes);
        read(from, numbers.subarray(block * NUMBERS, (block + 1) * NUMBERS));
      }
      return numbers;
    },
  };
}

/** scale · nibble + least. Two nibbles share a byte: the lower ones of all 16 bytes come first. */
function fromNibbles(bytes: Uint8Array, scale: number, least: number, numbers: Float32Array): void {
  const middle = NUMBERS / 2;
  for (let i = 0; i < middle; i++) {
    const byte = bytes[bytes.length - middle + i] ?? 0;
    numbers[i] = scale * (byte & 15) + least;
    numbers[i + middle] = scale * (byte >> 4) + least;
  }
}

const half = (bytes: Uint8Array, at: number): number =>
  fromHalf((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));

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
  2: blocksOf32('Q4_0', 18, (bytes, numbers) => {
    const scale = half(bytes, 0);
    fromNibbles(bytes, scale, -8 * scale, numbers);
  }),
  3: blocksOf32('Q4_1', 20, (bytes, numbers) => {
    fromNibbles(bytes, half(bytes, 0), half(bytes, 2), numbers);
  }),
  8: blocksOf32('Q8_0', 34, (bytes, numbers) => {
    const scale = half(bytes, 0);
    for (let i = 0; i < NUMBERS; i++) numbers[i] = scale * (((bytes[2 + i] ?? 0) << 24) >> 24);
  }),
};

function words(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(typed('U16', bytes).data);
}
