/** The extremes of lists of any length: `Math.max(...values)` fails from about 125,000 values on. */

/** The largest of the values and `least`. Default: -Infinity. NaN if a value is. */
export function largest(values: Iterable<number>, least = -Infinity): number {
  let best = least;
  for (const value of values) best = Math.max(best, value);
  return best;
}

/** The smallest of the values and `most`. Default: Infinity. NaN if a value is. */
export function smallest(values: Iterable<number>, most = Infinity): number {
  let best = most;
  for (const value of values) best = Math.min(best, value);
  return best;
}
