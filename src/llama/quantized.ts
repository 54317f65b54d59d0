/**
 * Frozen weights in few bits: the projections of the blocks as codes of 8 or 4 bits, in blocks of 32 along their inputs
 * with an f32 scale and offset each: (code − 2^(bits − 1)) · scale + offset. A graph computes a matrix from them where it
 * needs it, so that products, gradients and adapters stay in f32. Embedding, head, norms and biases are not quantised.
 */
import { add, constant, gatherBlockQuantized, reshape, slice } from '../graph/build';
import type { DType, TensorType, Value } from '../graph/ir';
import { BLOCK } from '../graph/ops/quantized';
import { size, type Shape } from '../base/shape';
import type { FewBits, WeightBits } from './weight-bits';
import { projections } from './projections';

/** Something stored under a name of its own. */
export interface Stored extends TensorType {
  readonly name: string;
}

/** Whether the weight with this name can be quantised. */
export const isProjection = (name: string): boolean =>
  projections.some((projection) => name.endsWith(`${projection}.weight`));

/** The codes, scales and offsets of a projection [out, in]. */
export function partsOf(
  name: string,
  [out = 0, into = 0]: Shape,
  bits: FewBits,
): Readonly<Record<'codes' | 'scales' | 'offsets', Stored>> {
  const blocks = Math.ceil(into / BLOCK);
  return {
    codes: { name: `${name}.codes`, dtype: 'u8', shape: [out, blocks, (BLOCK * bits) / 8] },
    scales: { name: `${name}.scales`, dtype: 'f32', shape: [out, blocks, 1] },
    offsets: { name: `${name}.offsets`, dtype: 'f32', shape: [out, blocks, 1] },
  };
}

/** What is stored for the weight with this name: itself, or its parts. */
export function storedParts(name: string, shape: Shape, bits: WeightBits): readonly Stored[] {
  if (bits === 32 || !isProjection(name)) return [{ name, dtype: 'f32', shape }];
  const { codes, scales, offsets } = partsOf(name, shape, bits);
  return [codes, scales, offsets];
}

/** A weight as f32, from what is stored for it; `make` makes the value of each part. */
export function weightFrom(
  name: string,
  shape: Shape,
  bits: WeightBits,
  make: (name: string, dtype: DType, shape: Shape) => Value,
): Value {
  if (bits === 32 || !isProjection(name)) return make(name, 'f32', shape);
  const parts = partsOf(name, shape, bits);
  const made = (part: Stored): Value => make(part.name, part.dtype, part.shape);
  const [codes, scales, offsets] = [made(parts.codes), made(parts.scales), made(parts.offsets)];
  const [out = 0, into = 0] = shape;
  const all = constant(
    Int32Array.from({ length: out }, (_, row) => row),
    [out],
  );
  const blocks = add(gatherBlockQuantized(codes, all, scales, bits), offsets); // [out, in / 32, 32]
  return slice(reshape(blocks, [out, size(blocks.shape.slice(1))]), 1, 0, into);
}
