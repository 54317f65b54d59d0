/** All metrics of all variants as one report. */
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

/** What a variant was found to be. */
export interface VariantResult {
  readonly variant: EvaluatedVariant;
  readonly seconds: number;
  readonly metrics: Metrics;
  readonly attacks: Readonly<Partial<Record<AttackName, AttackOutcome>>>;
}

/** Where the report comes from, and what was seen while training. */
export type ReportOrigin = Pick<Report, 'versions' | 'seeds' | 'hashes' | 'settings' | 'curves'> &
  Partial<Pick<Report, 'warnings' | 'trace'>>;

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

/** What was asked: every variant was asked the same, so the first that has a metric tells. */
function itemsOf(all: readonly Metrics[]): Report['items'] {
  const asked = all.toReversed().flatMap(present);
  return Object.fromEntries(asked.map(([name, { items }]) => [name, { ...items }]));
}

/** The training's curves, then those of the attacks. */
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
