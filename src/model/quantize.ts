/** Weights as they are stored in codes of 8 or 4 bits (llama/quantized.ts), and back. */
import { BLOCK } from '../graph/ops/quantized';
import { partsOf } from '../llama/quantized';
import type { CodeBits } from '../llama/weight-bits';
import type { Shape } from '../base/shape';
import type { HostTensor } from '../runtime/device';
import type { HostWeight } from './host-weights';

/** A matrix [out, in] in blocks of 32 along its inputs. */
export interface QuantizedMatrix {
  readonly shape: Shape;
  readonly bits: CodeBits;
  /** [out, n, 4 · bits] */
  readonly codes: Uint8Array;
  /** [out, n], likewise offsets */
  readonly scales: Float32Array;
  readonly offsets: Float32Array;
}

/** What is stored for the matrix, by name. */
export function partsIn(
  name: string,
  { shape, bits, codes, scales, offsets }: QuantizedMatrix,
): readonly (readonly [string, HostTensor])[] {
  const parts = partsOf(name, shape, bits);
  return [
    [parts.codes.name, { shape: parts.codes.shape, data: codes, dtype: 'u8' }],
    [parts.scales.name, { shape: parts.scales.shape, data: scales }],
    [parts.offsets.name, { shape: parts.offsets.shape, data: offsets }],
  ];
}

/** The numbers of a row that share a scale: where they begin in the matrix, and where they end. */
function* blocksOf([rows = 0, columns = 0]: Shape): Generator<readonly [start: number, end: number]> {
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column += BLOCK)
      yield [row * columns + column, row * columns + Math.min(column + BLOCK, columns)];
}

/** Per block: code = round((w − min) / s) with s = (max − min) / (2^bits − 1), so that no error exceeds s/2. */
export function quantize({ shape, data }: HostWeight, bits: CodeBits): QuantizedMatrix {
  const [rows = 0, columns = 0] = shape;
  const blocks = rows * Math.ceil(columns / BLOCK);
  const [perByte, bytes, most, middle] = [8 / bits, (BLOCK * bits) / 8, 2 ** bits - 1, 2 ** (bits - 1)];
  const codes = new Uint8Array(blocks * bytes);
  const [scales, offsets] = [new Float32Array(blocks), new Float32Array(blocks)];
  let block = 0;
  for (const [start, end] of blocksOf(shape)) {
    let [least, largest] = [Infinity, -Infinity];
    for (let i = start; i < end; i++) {
      const x = data[i] ?? 0;
      if (x < least) least = x;
      if (x > largest) largest = x;
    }
    const scale = (largest - least) / most;
    scales[block] = scale;
    offsets[block] = least + middle * scale;
    for (let i = start; i < end && scale > 0; i++) {
      const code = Math.round(((data[i] ?? 0) - least) / scale);
      const at = block * bytes + Math.floor((i - start) / perByte);
      codes[at] = (codes[at] ?? 0) | (code << (bits * ((i - start) % perByte)));
    }
    block++;
  }
  return { shape, bits, codes, scales, offsets };
}

/** The matrix in f32, as a graph computes it. */
export function dequantize({
  shape,
  bits,
  codes,
  scales,
  offsets,
}: QuantizedMatrix): Float32Array<ArrayBuffer> {
  const [rows = 0, columns = 0] = shape;
  const [perByte, bytes, mask, middle] = [8 / bits, (BLOCK * bits) / 8, 2 ** bits - 1, 2 ** (bits - 1)];
  const data = new Float32Array(rows * columns);
  let block = 0;
  for (const [start, end] of blocksOf(shape)) {
    const [scale, offset] = [scales[block] ?? 0, offsets[block] ?? 0];
    for (let i = start; i < end; i++) {
      const byte = codes[block * bytes + Math.floor((i - start) / perByte)] ?? 0;
      const code = (byte >> (bits * ((i - start) % perByte))) & mask;
      data[i] = Math.fround((code - middle) * scale) + offset;
    }
    block++;
  }
  return data;
}
