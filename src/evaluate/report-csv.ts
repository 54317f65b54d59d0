/** A report as CSV tables. */
import { writeCsv } from '../base/csv';
import { itemCount, measuredIn, type ItemValue, type Report } from './report';

/** A number with all its digits; empty for null. */
const cell = (value: number | null | undefined): string => String(value ?? '');

const METRIC_COLUMNS = 'metric voice group value low high items'.split(' ');
const ITEM_COLUMNS = 'metric index voice prompt references subtlety score parts completion findings'.split(
  ' ',
);

/** One row per metric and one per group of it: metric, voice, group, value, low, high, items. */
export function metricsCsv(report: Report): string {
  const rows = measuredIn(report).flatMap(({ metric, variant, value }) => {
    const { agg_value, interval, groups = {} } = value;
    const { all: n } = itemCount(value);
    return [
      [metric, variant, '', cell(agg_value), cell(interval?.low), cell(interval?.high), cell(n)],
      ...Object.entries(groups).map(([group, { agg_value, n }]) => [
        metric,
        variant,
        group,
        cell(agg_value),
        '',
        '',
        cell(n),
      ]),
    ];
  });
  return writeCsv([METRIC_COLUMNS, ...rows]);
}

/**
 * One row per item and voice: metric, index, voice, prompt, references (`one|another`), subtlety, score, parts
 * (`name=value`), completion, findings (`term@start-end`, with a star if the prompt gives the term away).
 */
export function itemsCsv(report: Report): string {
  const rows = measuredIn(report).flatMap(({ metric, variant, value }) =>
    Object.entries(value.value_by_index).map(([index, measured]) => {
      const item = report.items[metric]?.[index];
      return [
        metric,
        index,
        variant,
        item?.prompt ?? '',
        item?.references.join('|') ?? '',
        cell(item?.subtlety),
        cell(measured.score),
        partsOf(measured),
        measured.completion ?? '',
        findingsOf(measured),
      ];
    }),
  );
  return writeCsv([ITEM_COLUMNS, ...rows]);
}

function partsOf({ parts = {} }: ItemValue): string {
  return Object.entries(parts)
    .map(([name, value]) => `${name}=${cell(value)}`)
    .join('; ');
}

function findingsOf({ findings = [] }: ItemValue): string {
  return findings
    .map(({ term, start, end, prompted }) => `${term}@${start}-${end}${prompted ? '*' : ''}`)
    .join('; ');
}
