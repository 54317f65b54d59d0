/** Confidence interval of a mean by bootstrap (Efron 1979, percentile method). */
import type { Prng } from '../base/prng';
import type { Interval } from './interval';
import { mean } from './mean';
import { quantile } from './quantile';

export interface BootstrapOptions {
  /** number of resamples; default 2000 */
  readonly resamples?: number;
  /** share of the resampled means inside the interval; default 0.95 */
  readonly level?: number;
}

/**
 * The interval of the mean of `values`: the middle `level` of the means of resamples, each as large as `values` and drawn
 * with replacement. Null for no values; for one value, or equal ones, both ends are that value.
 */
export function bootstrapInterval(
  values: readonly number[],
  random: Prng,
  { resamples = 2000, level = 0.95 }: BootstrapOptions = {},
): Interval | null {
  if (values.length === 0) return null;
  const means = Array.from({ length: resamples }, () => {
    const drawn = values.map(() => values[random.below(values.length)] ?? Number.NaN);
    return mean(drawn) ?? Number.NaN;
  });
  const low = quantile(means, (1 - level) / 2);
  const high = quantile(means, (1 + level) / 2);
  return low === null || high === null ? null : { low, high };
}
