/** Bits of each weight of a projection; 32: f32, as loaded. */
export const weightBits = [32, 8, 4] as const;
export type WeightBits = (typeof weightBits)[number];
export type FewBits = Exclude<WeightBits, 32>;
