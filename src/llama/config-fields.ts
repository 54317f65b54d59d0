/** The numbers of config.json. Limits are far above any published model, and keep a damaged file from filling memory. */
import { v } from '../base/schema';

const upTo = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));

export const count = {
  vocabulary: upTo(2 ** 22),
  /** features of the residual stream, or inside the MLP */
  features: upTo(2 ** 20),
  layers: upTo(1024),
  heads: upTo(1024),
  /** tokens of a sequence */
  context: upTo(2 ** 26),
};

export const positive = v.pipe(v.number(), v.finite(), v.minValue(Number.MIN_VALUE));

/** Of rotary positions: with less, angles leave the range of numbers. */
export const atLeastOne = v.pipe(v.number(), v.finite(), v.minValue(1));

const tokenId = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 22));

/** One id, several or none. */
export const tokenIds = v.pipe(
  v.optional(v.nullable(v.union([tokenId, v.array(tokenId)])), null),
  v.transform((ids) => (ids === null ? [] : [ids].flat())),
);
