/**
 * The types of ggml called K: blocks of 256 numbers with a scale in f16, in parts with a scale of 6 or 8 bits each
 * (ggml-quants.c).
 */
import { fromHalf } from '../../base/half';

/** The number in f16 at a place in a block. */
export const halfAt = (bytes: Uint8Array, at: number): number =>
  fromHalf((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));

const PART = 32;

/** 8 scales and 8 minima of 6 bits, packed in 12 bytes, each times that of the block. */
function scalesOf(bytes: Uint8Array, part: number): { readonly scale: number; readonly least: number } {
  const at = (i: number): number => bytes[4 + i] ?? 0;
  const [d, dmin] = [halfAt(bytes, 0), halfAt(bytes, 2)];
  const [scale, least] =
    part < 4
      ? [at(part) & 63, at(part + 4) & 63]
      : [(at(part + 4) & 15) | ((at(part - 4) >> 6) << 4), (at(part + 4) >> 4) | ((at(part) >> 6) << 4)];
  return { scale: Math.fround(d * scale), least: Math.fround(dmin * least) };
}

/** Codes of 4 bits from byte `codes` on, two parts to 32 bytes; `fifth`: the bit above them, of a number of a part. */
function readParts(
  bytes: Uint8Array,
  numbers: Float32Array,
  codes: number,
  fifth: (part: number, i: number) => number,
): void {
  for (let part = 0; part < 8; part++) {
    const { scale, least } = scalesOf(bytes, part);
    const from = codes + PART * (part >> 1);
    for (let i = 0; i < PART; i++) {
      const code = ((bytes[from + i] ?? 0) >> (4 * (part & 1))) & 15;
      numbers[PART * part + i] = Math.fround(scale * (code | (fifth(part, i) << 4))) - least;
    }
  }
}

/** f16 scale and minimum, 12 bytes of scales, 128 of codes. */
export function readQ4K(bytes: Uint8Array, numbers: Float32Array): void {
  readParts(bytes, numbers, 16, () => 0);
}

/** The same with 32 bytes of fifth bits before the codes: byte i has those of number i of the eight parts. */
export function readQ5K(bytes: Uint8Array, numbers: Float32Array): void {
  readParts(bytes, numbers, 48, (part, i) => ((bytes[16 + i] ?? 0) >> part) & 1);
}

/** 128 bytes of the lower 4 bits, 64 of the upper 2, sixteen scales in i8, a scale in f16: scale · (code − 32). */
export function readQ6K(bytes: Uint8Array, numbers: Float32Array): void {
  const d = halfAt(bytes, 208);
  for (let i = 0; i < numbers.length; i++) {
    const [side, quarter, at] = [i >> 7, (i >> 5) & 3, i & 31];
    const low = ((bytes[64 * side + PART * (quarter & 1) + at] ?? 0) >> (4 * (quarter >> 1))) & 15;
    const high = ((bytes[128 + PART * side + at] ?? 0) >> (2 * quarter)) & 3;
    const scale = ((bytes[192 + (i >> 4)] ?? 0) << 24) >> 24;
    numbers[i] = Math.fround(d * scale) * ((low | (high << 4)) - 32);
  }
}
