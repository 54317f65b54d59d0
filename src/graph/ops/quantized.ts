/** Tables stored in few bits: blocks of 32 numbers with a scale each. */
import { dim, sameShape } from '../../base/shape';
import type { OpAttributes } from '../ir';
import { fromIndices, reader } from '../nd-array';
import { expect, expectDType, inputAt, type Op } from './op';

/** Numbers that share a scale. */
export const BLOCK = 32;

/**
 * Rows of a quantised table: codes [N, n, 32 · bits/8], ids [m], scales [N, n, 1] → [m, n, 32]. A number is
 * (code − 2^(bits − 1)) · scale; of two codes of 4 bits in a byte, the first is the lower.
 */
const gatherBlockQuantized: Op<OpAttributes['GatherBlockQuantized']> = {
  arity: [3, 3],
  result(inputs, { bits }, op) {
    const [codes, ids, scales] = [inputAt(inputs, 0), inputAt(inputs, 1), inputAt(inputs, 2)];
    expectDType(op, [codes], 'u8');
    expectDType(op, [ids], 'i32');
    expectDType(op, [scales], 'f32');
    const [rows, blocks] = [dim(codes.shape, 0), dim(codes.shape, 1)];
    const fits = sameShape(codes.shape, [rows, blocks, (BLOCK * bits) / 8]) && ids.shape.length === 1;
    expect(fits, op, `codes [N, n, ${(BLOCK * bits) / 8}] and a list of rows`, inputs);
    expect(sameShape(scales.shape, [rows, blocks, 1]), op, 'a scale per block', inputs);
    return [{ dtype: 'f32', shape: [dim(ids.shape, 0), blocks, BLOCK] }];
  },
  compute(inputs, { bits }) {
    const [codes, ids, scales] = [inputAt(inputs, 0), inputAt(inputs, 1), inputAt(inputs, 2)];
    const [code, id, scale] = [reader(codes), reader(ids), reader(scales)];
    const perByte = 8 / bits;
    return [
      fromIndices([dim(ids.shape, 0), dim(codes.shape, 1), BLOCK], ([i = 0, block = 0, at = 0]) => {
        const row = id([i]);
        const byte = code([row, block, Math.floor(at / perByte)]);
        const number = (byte >> (bits * (at % perByte))) & (2 ** bits - 1);
        return (number - 2 ** (bits - 1)) * scale([row, block, 0]);
      }),
    ];
  },
  domain: 'com.microsoft',
  onnx: ({ bits }) => ({
    attributes: {
      gather_axis: { int: 0 },
      quantize_axis: { int: 2 },
      block_size: { int: BLOCK },
      bits: { int: bits },
    },
  }),
};

export const quantized = { GatherBlockQuantized: gatherBlockQuantized };
