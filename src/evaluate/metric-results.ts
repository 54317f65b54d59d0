/** Metrics on their way into a report: each with the items it was made of. */
import { fromEntries } from '../base/records';
import type { Interval } from './interval';
import { mean } from './mean';
import type { MetricName } from './metric-catalogue';
import type { ItemValue, MetricValue, ReportItem } from './report';

/** One item of a metric: what was asked, and what came of it. */
export interface Entry {
  readonly item: ReportItem;
  readonly value: ItemValue;
}

export interface MetricResult {
  readonly value: MetricValue;
  /** by number, the same for every variant */
  readonly items: Readonly<Record<string, ReportItem>>;
}

export type Metrics = Readonly<Partial<Record<MetricName, MetricResult>>>;

type Groups = NonNullable<MetricValue['groups']>;

interface Extras {
  readonly interval?: Interval | null;
  readonly groups?: Groups;
}

/** A metric with its items, numbered as they come. */
export function metricResult(
  aggregate: number | null,
  entries: readonly Entry[],
  { interval, groups }: Extras = {},
): MetricResult {
  const numbered = <T>(of: (entry: Entry) => T): Record<string, T> =>
    fromEntries(entries.map((entry, i) => [String(i), of(entry)]));
  return {
    value: {
      agg_value: aggregate !== null && Number.isFinite(aggregate) ? aggregate : null,
      ...(interval ? { interval: { low: interval.low, high: interval.high } } : {}),
      ...(groups && Object.keys(groups).length > 0 ? { groups } : {}),
      value_by_index: numbered(({ value }) => value),
    },
    items: numbered(({ item }) => item),
  };
}

/** The mean score of each part of the entries; entries of no group are left out. */
export function meansBy(
  entries: readonly Entry[],
  groupOf: (entry: Entry, index: number) => string | null,
): Groups {
  const scores = new Map<string, number[]>();
  entries.forEach((entry, i) => {
    const [group, score] = [groupOf(entry, i), entry.value.score];
    if (group !== null && score !== null) scores.set(group, [...(scores.get(group) ?? []), score]);
  });
  return Object.fromEntries(
    [...scores].map(([name, all]) => [name, { n: all.length, agg_value: mean(all) }]),
  );
}

/** The scores that there are. */
export function scoresOf(entries: readonly Entry[]): number[] {
  return entries.flatMap(({ value }) => (value.score === null ? [] : [value.score]));
}

/** A question without references or subtlety, such as a passage. */
export function bareItem(prompt: string): ReportItem {
  return { prompt, references: [], subtlety: null };
}
