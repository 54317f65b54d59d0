/** Warns when unlearning takes more than the text: completions go in circles, everyday language gets worse. */

/** What was measured on a small fixed subset after `step` training steps. */
export interface CollapseSample {
  readonly step: number;
  /** perplexity of everyday text */
  readonly perplexity: number;
  /** mean `repetition` of the completions; 0 … 1 */
  readonly repetition: number;
}

export interface CollapseWarning {
  readonly kind: 'perplexity' | 'repetition';
  /** the step at which the limit was passed for the second time in a row */
  readonly step: number;
  readonly value: number;
  /** what it should have stayed below */
  readonly limit: number;
}

export interface CollapseLimits {
  /** how many times the first perplexity is too much; default 1.25 */
  readonly perplexityFactor?: number;
  /** how much more repetition than at first is too much; default 0.25 */
  readonly repetitionRise?: number;
}

/**
 * At most one warning of each kind, where a metric lies above its limit at two measurements in a row (one alone may
 * be chance). The first measurement is the reference; a metric that is not a number is above every limit. None of
 * fewer than three measurements.
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
