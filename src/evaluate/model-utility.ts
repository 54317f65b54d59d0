/** Everything that a model should still be able to do, in one metric. */

/**
 * Model utility as in TOFU (arXiv 2401.06121) and OpenUnlearning: the harmonic mean of metrics from 0 to 1. It is 0 if
 * one of them is, so that no ability can make up for the loss of another. Null for no metrics.
 * @throws RangeError if a metric is negative or not a number
 */
export function modelUtility(values: readonly number[]): number | null {
  const wrong = values.find((value) => !(value >= 0));
  if (wrong !== undefined) throw new RangeError(`modelUtility: expected metrics of at least 0, got ${wrong}`);
  if (values.length === 0) return null;
  return values.length / values.reduce((sum, value) => sum + 1 / value, 0);
}
