/** How a model is run. */
import type { WeightBits } from '../llama/weight-bits';

/** By one graph for all of it, or by one that serves every layer, which takes less memory and more time. */
export const plans = ['whole', 'layered'] as const;
export type Plan = (typeof plans)[number];

export interface Execution {
  readonly plan: Plan;
  /** of the frozen weights of the blocks */
  readonly weightBits: WeightBits;
  /** Bytes of logits that are computed at a time. */
  readonly chunkBytes: number;
  /** Bytes that all compiled graphs of the model may keep. */
  readonly compiledBytes: number;
  /**
   * Bytes of weights of which a copy may be kept to generate with: on devices that copy what they are fed by the graph, so
   * that it is not fed them at every token; on others with the adapter of the text merged into it.
   */
  readonly residentBytes: number;
}

const MB = 2 ** 20;

export const executions: Readonly<Record<Plan, Execution>> = {
  whole: {
    plan: 'whole',
    weightBits: 32,
    chunkBytes: 32 * MB,
    compiledBytes: 768 * MB,
    residentBytes: 640 * MB,
  },
  layered: {
    plan: 'layered',
    weightBits: 32,
    chunkBytes: 32 * MB,
    compiledBytes: 256 * MB,
    residentBytes: 0,
  },
};

/**
 * Of how many rows of a batch each may be written from its own copy of the weights, with its adapter merged into it: such as
 * the pair of equation 1. A copy is read at every token, so that more of them take longer than the products of adapters.
 */
export const MERGED_ROWS = 2;

/**
 * Up to so many bytes of weights, every compiled graph may have its own copy, on devices that copy what they are fed, and on
 * others every training may have one.
 */
export const SMALL_WEIGHTS = 32 * MB;
