/** All figures of all voices as one report. */
import type { Outcome } from './attacks/attack';
import type { Figure, Figures } from './figures';
import { metricNames, type MetricName } from './metric-catalogue';
import {
  attackNames,
  REPORT_VERSION,
  type AttackName,
  type AttackReport,
  type MetricValue,
  type Report,
  type ReportVoice,
} from './report';

/** What a voice was found to be. */
export interface Examined {
  readonly voice: ReportVoice;
  readonly seconds: number;
  readonly figures: Figures;
  readonly attacks: Readonly<Partial<Record<AttackName, Outcome>>>;
}

/** Where the report comes from, and what was seen while training. */
export type Origin = Pick<Report, 'versions' | 'seeds' | 'hashes' | 'settings' | 'curves'> &
  Partial<Pick<Report, 'warnings' | 'trace'>>;

export function compileReport(examined: readonly Examined[], seconds: number, origin: Origin): Report {
  return {
    format: 'lethe-report',
    version: REPORT_VERSION,
    ...origin,
    items: itemsOf(examined.map(({ figures }) => figures)),
    evaluation: {
      seconds,
      secondsByVoice: Object.fromEntries(examined.map((one) => [one.voice, one.seconds])),
      ...Object.fromEntries(examined.map(({ voice, figures }) => [voice, valuesOf(figures)])),
    },
    curves: curvesOf(examined, origin.curves),
    ...attacksOf(examined),
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
function curvesOf(examined: readonly Examined[], training: Report['curves']): Report['curves'] {
  const curves: Report['curves'] = { ...training };
  for (const { voice, attacks } of examined) {
    for (const name of attackNames) {
      for (const [title, points] of Object.entries(attacks[name]?.curves ?? {})) {
        curves[title] = { ...curves[title], [voice]: points.map(([step, value]) => [step, value]) };
      }
    }
  }
  return curves;
}

function attacksOf(examined: readonly Examined[]): Pick<Report, 'attacks'> {
  const tried = attackNames.flatMap((name): (readonly [AttackName, AttackReport])[] => {
    const outcomes = examined.flatMap(({ voice, attacks }) => {
      const figures = attacks[name]?.figures;
      return figures ? [{ voice, figures }] : [];
    });
    if (outcomes.length === 0) return [];
    const items = itemsOf(outcomes.map(({ figures }) => figures));
    const voices = Object.fromEntries(outcomes.map(({ voice, figures }) => [voice, valuesOf(figures)]));
    return [[name, { items, voices }]];
  });
  return tried.length > 0 ? { attacks: Object.fromEntries(tried) } : {};
}
