/** Detects collapse during unlearning: completions repeat themselves, or perplexity on everyday text rises. */

/** Measured on a small fixed subset, after `step` training steps. */
export interface CollapseSample {
  readonly step: number;
  /** perplexity on everyday text */
  readonly perplexity: number;
  /** mean `repetition` of the completions; 0 … 1 */
  readonly repetition: number;
}

export interface CollapseWarning {
  readonly kind: 'perplexity' | 'repetition';
  /** the step of the second measurement in a row above the limit */
  readonly step: number;
  readonly value: number;
  /** the limit that it exceeded */
  readonly limit: number;
}

export interface CollapseLimits {
  /** limit of the perplexity, as a multiple of the first one; default 1.25 */
  readonly perplexityFactor?: number;
  /** limit of the repetition, as an increase over the first one; default 0.25 */
  readonly repetitionRise?: number;
}

/**
 * At most one warning of each kind: where a metric is above its limit in two consecutive measurements (one alone may be
 * chance). The first measurement is the reference; NaN is above every limit. No warnings for fewer than three
 * measurements.
 */
export function collapseWarnings(
  curve: readonly CollapseSample[],
  { perplexityFactor = 1.25, repetitionRise = 0.25 }: CollapseLimits = {},
): CollapseWarning[] {
  const [first, ...later] = curve;
  if (first === undefined) return [];
  const limits = {
    perplexity: first.perplexity * perplexityFactor,
    repetition: first.repetition + repetitionRise,
  };
  return (['perplexity', 'repetition'] as const).flatMap((kind) => {
    const limit = limits[kind];
    const isOver = (at: CollapseSample | undefined): boolean => at !== undefined && !(at[kind] <= limit);
    const hit = later.find((at, i) => isOver(at) && isOver(later[i - 1]));
    return hit ? [{ kind, step: hit.step, value: hit[kind], limit }] : [];
  });
}
