/** All figures of all voices as one report. */
import type { AttackOutcome } from './attacks/attack';
import type { Figure, Figures } from './figures';
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

/** What a voice was found to be. */
export interface VariantResult {
  readonly variant: EvaluatedVariant;
  readonly seconds: number;
  readonly figures: Figures;
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
    items: itemsOf(results.map(({ figures }) => figures)),
    evaluation: {
      seconds,
      secondsByVoice: Object.fromEntries(results.map((one) => [one.variant, one.seconds])),
      ...Object.fromEntries(results.map(({ variant, figures }) => [variant, valuesOf(figures)])),
    },
    curves: curvesOf(results, origin.curves),
    ...attacksOf(results),
  };
}

const present = (figures: Figures): (readonly [MetricName, Figure])[] =>
  metricNames.flatMap((name) => {
    const figure = figures[name];
    return figure ? [[name, figure] as const] : [];
  });

function valuesOf(figures: Figures): Partial<Record<MetricName, MetricValue>> {
  return Object.fromEntries(present(figures).map(([name, { value }]) => [name, value]));
}

/** What was asked: every voice was asked the same, so the first that has a metric tells. */
function itemsOf(all: readonly Figures[]): Report['items'] {
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
      const figures = attacks[name]?.figures;
      return figures ? [{ variant, figures }] : [];
    });
    if (outcomes.length === 0) return [];
    const items = itemsOf(outcomes.map(({ figures }) => figures));
    const variants = Object.fromEntries(outcomes.map(({ variant, figures }) => [variant, valuesOf(figures)]));
    return [[name, { items, voices: variants }]];
  });
  return tried.length > 0 ? { attacks: Object.fromEntries(tried) } : {};
}
