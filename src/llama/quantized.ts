/**
 * Frozen weights in few bits: the projections of the blocks as halves, or as codes of 8 or 4 bits, in blocks of 32 along their
 * inputs with an f32 scale and offset each: (code − 2^(bits − 1)) · scale + offset. A graph computes a matrix from them where
 * it needs it, so that products, gradients and adapters stay in f32. Embedding, head, norms and biases are kept in f32.
 */
import { add, cast, constant, gatherBlockQuantized, reshape, slice } from '../graph/build';
import type { DType, TensorType, Value } from '../graph/ir';
import { BLOCK } from '../graph/ops/quantized';
import { size, type Shape } from '../base/shape';
import type { CodeBits, WeightBits } from './weight-bits';
import { projections } from './projections';

/** Something stored under a name of its own. */
export interface Stored extends TensorType {
  readonly name: string;
}

/** Whether the weight with this name can be stored in few bits. */
export const isProjection = (name: string): boolean =>
  projections.some((projection) => name.endsWith(`${projection}.weight`));

/** The codes, scales and offsets of a projection [out, in]. */
export function partsOf(
  name: string,
  [out = 0, into = 0]: Shape,
  bits: CodeBits,
): Readonly<Record<'codes' | 'scales' | 'offsets', Stored>> {
  const blocks = Math.ceil(into / BLOCK);
  return {
    codes: { name: `${name}.codes`, dtype: 'u8', shape: [out, blocks, (BLOCK * bits) / 8] },
    scales: { name: `${name}.scales`, dtype: 'f32', shape: [out, blocks, 1] },
    offsets: { name: `${name}.offsets`, dtype: 'f32', shape: [out, blocks, 1] },
  };
}

/** The halves of a projection [out, in]. */
export const halvesOf = (name: string, shape: Shape): Stored => ({
  name: `${name}.halves`,
  dtype: 'f16',
  shape,
});

/** What is stored for the weight with this name: itself, or its parts. */
export function storedParts(name: string, shape: Shape, bits: WeightBits): readonly Stored[] {
  if (bits === 32 || !isProjection(name)) return [{ name, dtype: 'f32', shape }];
  if (bits === 16) return [halvesOf(name, shape)];
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
  const made = (part: Stored): Value => make(part.name, part.dtype, part.shape);
  if (bits === 16) return cast(made(halvesOf(name, shape)), 'f32');
  const parts = partsOf(name, shape, bits);
  const [codes, scales, offsets] = [made(parts.codes), made(parts.scales), made(parts.offsets)];
  const [out = 0, into = 0] = shape;
  const all = constant(
    Int32Array.from({ length: out }, (_, row) => row),
    [out],
  );
  const blocks = add(gatherBlockQuantized(codes, all, scales, bits), offsets); // [out, in / 32, 32]
  return slice(reshape(blocks, [out, size(blocks.shape.slice(1))]), 1, 0, into);
}
