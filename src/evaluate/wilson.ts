/** How far an accuracy may be from the truth. */
import type { Interval } from './interval';

/** The normal distribution's 97.5 % quantile: half of what a 95 % interval leaves out on each side. */
const Z = 1.959963984540054;

/**
 * Wilson's 95 % interval of a share (Wilson 1927, without continuity correction): `hits` of `n` items were right.
 * Never leaves 0 … 1, and is no single point even if none or all are right. Null of no items.
 */
export function wilsonInterval(hits: number, n: number): Interval | null {
  if (n === 0) return null;
  const share = hits / n;
  const scale = 1 + Z ** 2 / n;
  const centre = (share + Z ** 2 / (2 * n)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
