/** Quantiles of a sample. */

/**
 * The value below which a share `q` (0 … 1) of the sample lies, interpolated linearly between its neighbours
 * (definition 7 of Hyndman & Fan 1996, the default of numpy and R). Null for no values; for one value, that value.
 */
export function quantile(values: readonly number[], q: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const place = q * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (place - Math.floor(place));
}
