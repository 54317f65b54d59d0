/** Confidence interval of an accuracy. */
import type { Interval } from './interval';

/** The 97.5 % quantile of the normal distribution: a 95 % interval leaves out 2.5 % on each side. */
const Z = 1.959963984540054;

/**
 * Wilson's 95 % interval of a proportion (Wilson 1927, without continuity correction), `hits` of `n` items. Stays within
 * 0 … 1, and has a width even if no item or all items are hits. Null for no items.
 */
export function wilsonInterval(hits: number, n: number): Interval | null {
  if (n === 0) return null;
  const share = hits / n;
  const scale = 1 + Z ** 2 / n;
  const centre = (share + Z ** 2 / (2 * n)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
