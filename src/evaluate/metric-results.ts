/** The results of metrics before they are compiled into a report, each with its items. */
import { fromEntries } from '../base/records';
import type { Interval } from './interval';
import { mean } from './mean';
import type { MetricName } from './metric-catalogue';
import type { ItemValue, MetricValue, ReportItem } from './report';

/** One item of a metric: the question and its result. */
export interface Entry {
  readonly item: ReportItem;
  readonly value: ItemValue;
}

export interface MetricResult {
  readonly value: MetricValue;
  /** by number, which is the same for every variant */
  readonly items: Readonly<Record<string, ReportItem>>;
}

export type Metrics = Readonly<Partial<Record<MetricName, MetricResult>>>;

type Groups = NonNullable<MetricValue['groups']>;

interface Extras {
  readonly interval?: Interval | null;
  readonly groups?: Groups;
}

/** A metric with its items, numbered in order. */
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

/** The mean score of each group; entries without a group are left out. */
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

/** The scores that are not null. */
export function scoresOf(entries: readonly Entry[]): number[] {
  return entries.flatMap(({ value }) => (value.score === null ? [] : [value.score]));
}

/** A question without references and subtlety, such as a passage. */
export function bareItem(prompt: string): ReportItem {
  return { prompt, references: [], subtlety: null };
}
