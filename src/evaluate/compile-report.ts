/** Compiles the metrics of all variants into one report. */
import type { AttackOutcome } from './attacks/attack';
import type { MetricResult, Metrics } from './metric-results';
import { metricNames, type MetricName } from './metric-catalogue';
import {
  attackNames,
  REPORT_VERSION,
  type AttackName,
  type AttackReport,
  type MetricValue,
  type Report,
  type EvaluatedVariant,
} from './report';

/** The results of one variant. */
export interface VariantResult {
  readonly variant: EvaluatedVariant;
  readonly seconds: number;
  readonly metrics: Metrics;
  readonly attacks: Readonly<Partial<Record<AttackName, AttackOutcome>>>;
}

/** The origin of the report, and what was measured during training. */
export type ReportOrigin = Pick<Report, 'versions' | 'seeds' | 'hashes' | 'settings' | 'curves'> &
  Partial<Pick<Report, 'split' | 'leftOut' | 'warnings' | 'trace'>>;

export function compileReport(
  results: readonly VariantResult[],
  seconds: number,
  origin: ReportOrigin,
): Report {
  return {
    format: 'lethe-report',
    version: REPORT_VERSION,
    ...origin,
    items: itemsOf(results.map(({ metrics }) => metrics)),
    evaluation: {
      seconds,
      secondsByVoice: Object.fromEntries(results.map((one) => [one.variant, one.seconds])),
      ...Object.fromEntries(results.map(({ variant, metrics }) => [variant, valuesOf(metrics)])),
    },
    curves: curvesOf(results, origin.curves),
    ...attacksOf(results),
  };
}

const present = (metrics: Metrics): (readonly [MetricName, MetricResult])[] =>
  metricNames.flatMap((name) => {
    const result = metrics[name];
    return result ? [[name, result] as const] : [];
  });

function valuesOf(metrics: Metrics): Partial<Record<MetricName, MetricValue>> {
  return Object.fromEntries(present(metrics).map(([name, { value }]) => [name, value]));
}

/** The items of each metric, from the first variant that has it: they are the same for all variants. */
function itemsOf(all: readonly Metrics[]): Report['items'] {
  const asked = all.toReversed().flatMap(present);
  return Object.fromEntries(asked.map(([name, { items }]) => [name, { ...items }]));
}

/** The curves of the training, then those of the attacks. */
function curvesOf(results: readonly VariantResult[], training: Report['curves']): Report['curves'] {
  const curves: Report['curves'] = { ...training };
  for (const { variant, attacks } of results) {
    for (const name of attackNames) {
      for (const [title, points] of Object.entries(attacks[name]?.curves ?? {})) {
        curves[title] = { ...curves[title], [variant]: points.map(([step, value]) => [step, value]) };
      }
    }
  }
  return curves;
}

function attacksOf(results: readonly VariantResult[]): Pick<Report, 'attacks'> {
  const tried = attackNames.flatMap((name): (readonly [AttackName, AttackReport])[] => {
    const outcomes = results.flatMap(({ variant, attacks }) => {
      const metrics = attacks[name]?.metrics;
      return metrics ? [{ variant, figures: metrics }] : [];
    });
    if (outcomes.length === 0) return [];
    const items = itemsOf(outcomes.map(({ figures: metrics }) => metrics));
    const variants = Object.fromEntries(
      outcomes.map(({ variant, figures: metrics }) => [variant, valuesOf(metrics)]),
    );
    return [[name, { items, voices: variants }]];
  });
  return tried.length > 0 ? { attacks: Object.fromEntries(tried) } : {};
}
