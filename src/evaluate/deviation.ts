/** The sample standard deviation. */
import { mean } from './mean';

/** With n − 1; null for fewer than two values. Equal values have none, whatever rounding leaves. */
export function deviation(values: readonly number[]): number | null {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const found = Math.sqrt(squares / (values.length - 1));
  return found < 1e-12 * Math.abs(centre) ? 0 : found;
}
