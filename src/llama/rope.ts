/** Tables for rotary position embedding (arXiv 2104.09864), as in transformers' `ROPE_INIT_FUNCTIONS`. */
import { constant } from '../graph/build';
import type { Value } from '../graph/ir';
import type { LlamaConfig } from './config';
import type { RopeScaling } from './rope-scaling';

/** Radians per position before they are scaled, for each of the d/2 pairs of features. */
function unscaled({ headDim, ropeTheta }: LlamaConfig): number[] {
  return Array.from({ length: headDim / 2 }, (_, j) => ropeTheta ** ((-2 * j) / headDim));
}

/** The same as the model uses them. */
function frequencies(config: LlamaConfig): number[] {
  return unscaled(config).map((frequency) => scaleFrequency(frequency, config.ropeScaling));
}

/** What scaling divides each frequency by. */
export function ropeDivisors(config: LlamaConfig): number[] {
  return unscaled(config).map((frequency) => frequency / scaleFrequency(frequency, config.ropeScaling));
}

function scaleFrequency(frequency: number, scaling: RopeScaling): number {
  switch (scaling.type) {
    case 'none':
      return frequency;
    case 'linear':
      return frequency / scaling.factor;
    case 'llama3':
      return llama3(frequency, scaling);
  }
}

/** Low frequencies are divided by `factor`, high ones kept, and those between interpolated. */
function llama3(frequency: number, scaling: Extract<RopeScaling, { type: 'llama3' }>): number {
  const { factor, lowFreqFactor, highFreqFactor, originalContext } = scaling;
  const turns = (originalContext * frequency) / (2 * Math.PI); // turns within the original context
  if (turns < lowFreqFactor) return frequency / factor;
  if (turns > highFreqFactor) return frequency;
  const smooth = (turns - lowFreqFactor) / (highFreqFactor - lowFreqFactor);
  return ((1 - smooth) * frequency) / factor + smooth * frequency;
}

export interface RopeTables {
  /** [positions, d/2] */
  readonly cos: Value;
  readonly sin: Value;
}

export interface Rope {
  /** These also divide by √d, which attention does to the scores, where it costs nothing. */
  readonly queries: RopeTables;
  readonly keys: RopeTables;
}

/** Tables for positions 0 … positions−1. */
export function ropeTables(config: LlamaConfig, positions: number): Rope {
  const pairs = frequencies(config);
  const table = (f: (angle: number) => number, factor: number): Value => {
    const angles = Array.from({ length: positions }, (_, p) =>
      pairs.map((frequency) => factor * f(p * frequency)),
    );
    return constant(Float32Array.from(angles.flat()), [positions, pairs.length]);
  };
  const tables = (factor: number): RopeTables => ({
    cos: table(Math.cos, factor),
    sin: table(Math.sin, factor),
  });
  return { queries: tables(1 / Math.sqrt(config.headDim)), keys: tables(1) };
}
