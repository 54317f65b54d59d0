/** The values that a report has, one after another. */
import { metricNames, type MetricName } from './metric-catalogue';
import {
  evaluatedVariants,
  type AttackReport,
  type EvaluatedVariant,
  type MetricValue,
  type Report,
} from './report';

/** One metric of one variant. */
export interface Measured {
  readonly metric: MetricName;
  readonly variant: EvaluatedVariant;
  readonly value: MetricValue;
}

/** How many items the value is of, and how many of them the report keeps. */
export function itemCount({ n, value_by_index }: MetricValue): {
  readonly kept: number;
  readonly all: number;
} {
  const kept = Object.keys(value_by_index).length;
  return { kept, all: n ?? kept };
}

/** Whether the report keeps every item, without which nothing may be computed from the items again. */
export function keepsAll(value: MetricValue): boolean {
  const { kept, all } = itemCount(value);
  return kept === all;
}

/** Every measured value, by metric in the order of the catalogue, then by variant. */
export const measuredIn = ({ evaluation }: Pick<Report, 'evaluation'>): Measured[] => measuredOf(evaluation);

/** The same of what one attack measured. */
export const measuredUnder = ({ voices }: AttackReport): Measured[] => measuredOf(voices);

function measuredOf(
  variants: Readonly<Partial<Record<EvaluatedVariant, Partial<Record<MetricName, MetricValue>>>>>,
): Measured[] {
  return metricNames.flatMap((metric) =>
    evaluatedVariants.flatMap((variant) => {
      const value = variants[variant]?.[metric];
      return value ? [{ metric, variant, value }] : [];
    }),
  );
}
