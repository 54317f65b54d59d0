/** The arithmetic mean. */

/** Sum of the values divided by their number; null for no values. */
export function mean(values: ArrayLike<number>): number | null {
  const all = Array.from(values);
  return all.length === 0 ? null : all.reduce((sum, value) => sum + value, 0) / all.length;
}
