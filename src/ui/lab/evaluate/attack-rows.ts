/** What an attack recovers, beside the values without it. */
import { metricNames, type MetricName } from '../../../evaluate/metric-catalogue';
import {
  evaluatedVariants,
  type AttackName,
  type Report,
  type EvaluatedVariant,
} from '../../../evaluate/report';

interface AttackRow {
  readonly variant: EvaluatedVariant;
  /** one cell per metric of the table */
  readonly cells: readonly {
    /** value in the main evaluation; null if it was not measured */
    readonly without: number | null;
    readonly under: number | null;
  }[];
}

export interface AttackTable {
  readonly metrics: readonly MetricName[];
  readonly rows: readonly AttackRow[];
}

/** A row for every variant that was attacked; null if the attack was not run. */
export function attackTable({ attacks, evaluation }: Report, name: AttackName): AttackTable | null {
  const variants = attacks?.[name]?.voices;
  if (!variants) return null;
  const tried = evaluatedVariants.filter((variant) => variants[variant]);
  const metrics = metricNames.filter((metric) => tried.some((variant) => variants[variant]?.[metric]));
  const rows = tried.map((variant) => ({
    variant,
    cells: metrics.map((metric) => ({
      without: evaluation[variant]?.[metric]?.agg_value ?? null,
      under: variants[variant]?.[metric]?.agg_value ?? null,
    })),
  }));
  return { metrics, rows };
}
