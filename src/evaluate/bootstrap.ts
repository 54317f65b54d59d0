/** How far a mean may be from the truth, by drawing its items again (Efron 1979, percentile method). */
import type { Prng } from '../base/prng';
import type { Interval } from './interval';
import { mean } from './mean';
import { quantile } from './quantile';

export interface BootstrapOptions {
  /** how often the items are drawn; default 2000 */
  readonly resamples?: number;
  /** share of the resampled means inside the interval; default 0.95 */
  readonly level?: number;
}

/**
 * Interval of the mean of `values`: as many items are drawn from them with replacement, over and over, and the
 * middle `level` of those means is kept. Null of nothing; of one item, or of equal ones, both ends are that value.
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
