/** What several runs changed, each with another seed. */
import { mean } from '../../../src/evaluate/mean';
import type { Knowledge } from './evaluate-variant';

/** Means over the seeds; drops are absolute, on a scale of 0–1. NaN, or null in JSON, if there are no such items. */
export interface Changes {
  /** Share of the prompts about the text to forget that are still answered. */
  readonly sagaAfter: number;
  readonly sayingsAfter: number;
  readonly tasksDrop: number;
  readonly neighbourDrop: number;
  /** Relative growth. */
  readonly perplexityRise: number;
}

export function changesOf(before: Knowledge, after: readonly Knowledge[]): Changes {
  const meanOf = (of: (knowledge: Knowledge) => number): number => mean(after.map(of)) ?? Number.NaN;
  return {
    sagaAfter: meanOf(({ saga }) => saga),
    sayingsAfter: meanOf(({ sayings }) => sayings),
    tasksDrop: before.ability - meanOf(({ ability }) => ability),
    neighbourDrop: before.neighbour - meanOf(({ neighbour }) => neighbour),
    perplexityRise: meanOf(({ perplexity }) => perplexity) / before.perplexity - 1,
  };
}
