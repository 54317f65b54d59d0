/** Two runs side by side: differences in their inputs and in their metrics. */
import { metricNames, type MetricName } from '../../evaluate/metric-catalogue';
import { evaluatedVariants, type EvaluatedVariant } from '../../evaluate/report';
import type { SavedRun } from '../../store/saved-runs';
import { differences, type Difference } from './settings-difference';

interface ComparedMetric {
  readonly metric: MetricName;
  readonly variant: EvaluatedVariant;
  readonly a: number | null;
  readonly b: number | null;
  /** b − a; null where one is missing */
  readonly difference: number | null;
}

export interface ComparedRuns {
  readonly made: readonly Difference[];
  readonly metrics: readonly ComparedMetric[];
}

/** Metrics that neither run has are left out. `made` lists settings first, then hashes of models and texts. */
export function compareRuns(a: SavedRun, b: SavedRun): ComparedRuns {
  const metrics = metricNames.flatMap((metric) =>
    evaluatedVariants.flatMap((variant): ComparedMetric[] => {
      const [left, right] = [a.figures[variant]?.[metric] ?? null, b.figures[variant]?.[metric] ?? null];
      if (left === null && right === null) return [];
      const difference = left === null || right === null ? null : right - left;
      return [{ metric, variant, a: left, b: right, difference }];
    }),
  );
  const hashes = differences(a.hashes, b.hashes).map(({ path, ...one }) => ({
    path,
    a: one.a.slice(0, SHOWN),
    b: one.b.slice(0, SHOWN),
  }));
  return { made: [...differences(a.settings, b.settings), ...hashes], metrics };
}

/** Number of hash digits shown. */
const SHOWN = 12;
