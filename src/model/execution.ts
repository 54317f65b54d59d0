/** How a model is run. */

/** By one graph for all of it, or by one that serves every layer, which takes less memory and more time. */
export const plans = ['whole', 'layered'] as const;
export type Plan = (typeof plans)[number];

export interface Execution {
  readonly plan: Plan;
  /** Bytes of logits that are computed at a time. */
  readonly chunkBytes: number;
}

export const CHUNK_BYTES = 32 * 2 ** 20;

export const wholeModel: Execution = { plan: 'whole', chunkBytes: CHUNK_BYTES };
