/** Shortens a report: every metric is kept, with only a few items each. */
import { itemCount } from '../evaluate/measured';
import type { AttackReport, MetricValue, Report } from '../evaluate/report';

type VariantMetrics = Readonly<Record<string, MetricValue>>;

/** The report with the first `most` items of every metric; `n` says of how many its value is. */
export function shorten(report: Report, most: number): Report {
  const { evaluation, attacks } = report;
  const { seconds, secondsByVoice, ...variants } = evaluation;
  const head = { seconds, ...(secondsByVoice ? { secondsByVoice } : {}) };
  const shortMetrics = (metrics: VariantMetrics) =>
    mapped(metrics, (value) => ({
      ...value,
      ...(itemCount(value).kept > most ? { n: itemCount(value).all } : {}),
      value_by_index: first(value.value_by_index, most),
    }));
  const shortAttack = (attack: AttackReport): AttackReport => ({
    items: mapped(attack.items, (items) => first(items, most)),
    voices: mapped(attack.voices, shortMetrics),
  });
  return {
    ...report,
    items: mapped(report.items, (items) => first(items, most)),
    evaluation: { ...head, ...mapped(variants, shortMetrics) },
    ...(attacks ? { attacks: mapped(attacks, shortAttack) } : {}),
  };
}

/** The entries numbered below `most`. */
function first<T>(numbered: Readonly<Record<string, T>>, most: number): Record<string, T> {
  return Object.fromEntries(Object.entries(numbered).filter(([number]) => Number(number) < most));
}

function mapped<T, R>(record: Readonly<Record<string, T>>, of: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value)]));
}
