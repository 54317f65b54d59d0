/** Which of two values of a metric is the better one. */
import { figureGroups } from './figure';
import { figureOf } from './figures';
import type { MetricName } from './metric-catalogue';

/** Values of the same metric to go by; null: not measured. */
interface Marks {
  readonly baseline: number | null;
  readonly gold: number | null;
}

/** `same` where both are as good; null where nothing is known to go by. */
export function better(metric: MetricName, a: number, b: number, marks: Marks): 'a' | 'b' | 'same' | null {
  const [left, right] = [distance(metric, a, marks), distance(metric, b, marks)];
  if (left === null || right === null) return null;
  return left === right ? 'same' : left < right ? 'a' : 'b';
}

/** How far a value is from where it should be; below gold there is nothing left to gain. */
function distance(metric: MetricName, value: number, { baseline, gold }: Marks): number | null {
  const { group, ideal } = figureOf(metric);
  switch (figureGroups[group].good) {
    case 'less':
      return Math.max(value, gold ?? value);
    case 'same':
      return baseline === null ? null : Math.abs(value - baseline);
    case 'gold': {
      const aim = ideal ?? gold;
      return aim === null ? null : Math.abs(value - aim);
    }
  }
}
