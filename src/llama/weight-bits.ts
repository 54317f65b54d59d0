/** Bits of each weight of a projection; 32: f32, as loaded; 16: IEEE halves; fewer: codes in blocks (quantized.ts). */
export const weightBits = [32, 16, 8, 4] as const;
export type WeightBits = (typeof weightBits)[number];
export type FewBits = Exclude<WeightBits, 32>;
export type CodeBits = Exclude<FewBits, 16>;
