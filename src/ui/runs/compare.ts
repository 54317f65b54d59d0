/** Two rows side by side: what they were made with, their metrics, and which is better at each. */
import { better } from '../../evaluate/better';
import { metricNames, type MetricName } from '../../evaluate/metric-catalogue';
import { evaluatedVariants, type EvaluatedVariant } from '../../evaluate/report';
import { metricOf, type RunRow, type Spread } from './run-rows';
import { differences, type Difference } from './settings-difference';

export interface ComparedMetric {
  readonly metric: MetricName;
  readonly variant: EvaluatedVariant;
  readonly a: Spread | null;
  readonly b: Spread | null;
  /** b − a, of the means; null where one is missing */
  readonly difference: number | null;
  /** of the unlearned model only: the others are what it is compared with; null: nothing to go by */
  readonly better: 'a' | 'b' | 'same' | null;
}

export interface ComparedRuns {
  readonly made: readonly Difference[];
  readonly metrics: readonly ComparedMetric[];
}

/** Metrics that neither has are left out. `made` lists settings first, then hashes of models and texts. */
export function compareRuns(a: RunRow, b: RunRow): ComparedRuns {
  const metrics = metricNames.flatMap((metric) =>
    evaluatedVariants.flatMap((variant) => comparedMetric(a, b, metric, variant)),
  );
  const [left, right] = [a.first, b.first];
  const hashes = differences(left.hashes, right.hashes).map(({ path, ...one }) => ({
    path,
    a: one.a.slice(0, SHOWN),
    b: one.b.slice(0, SHOWN),
  }));
  const settings = differences(left.settings, right.settings).filter(
    ({ path }) => path !== 'seed' || a.runs.length + b.runs.length === 2,
  );
  return {
    made: [...settings, ...differences({ split: left.split }, { split: right.split }), ...hashes],
    metrics,
  };
}

/** Number of hash digits shown. */
const SHOWN = 12;

function comparedMetric(
  a: RunRow,
  b: RunRow,
  metric: MetricName,
  variant: EvaluatedVariant,
): ComparedMetric[] {
  const [left, right] = [metricOf(a, variant, metric), metricOf(b, variant, metric)];
  if (!left && !right) return [];
  const mark = (of: EvaluatedVariant): number | null =>
    (metricOf(a, of, metric) ?? metricOf(b, of, metric))?.mean ?? null;
  const marks = { baseline: mark('baseline'), gold: mark('gold') };
  const both = left && right;
  return [
    {
      metric,
      variant,
      a: left,
      b: right,
      difference: both && right.mean - left.mean,
      better: both && variant === 'unlearned' ? better(metric, left.mean, right.mean, marks) : null,
    },
  ];
}
