/** A report as CSV tables. */
import { writeCsv } from '../base/csv';
import { figureGroups } from './figure';
import { figureNames, figureOf, isAttack, measuresOf, type FigureName } from './figures';
import { itemCount, measuredIn } from './measured';
import type { ItemValue, Report } from './report';

/** A number with all its digits; empty for null. */
const cell = (value: number | null | undefined): string => String(value ?? '');

const FIGURE_COLUMNS = 'metric voice group value low high items question unit good'.split(' ');
const ITEM_COLUMNS = 'metric index voice prompt references subtlety score parts completion findings'.split(
  ' ',
);

/**
 * One row per metric and one per group of it, then the same for each attack (`relearning: answers`): metric, voice,
 * group, value, low, high, items, the question that it helps to answer, its unit, and what is good. `names`: only these.
 */
export function figuresCsv(report: Report, names: readonly FigureName[] = figureNames): string {
  const rows = names.flatMap((name) => {
    const { group } = figureOf(name);
    return measuresOf(report, name).flatMap(({ metric, variant, value }) => {
      const { agg_value, interval, groups = {} } = value;
      const title = isAttack(name) ? `${name}: ${metric}` : metric;
      const said = [group, figureOf(metric).unit, figureGroups[group].good];
      const { all } = itemCount(value);
      const ends = [cell(interval?.low), cell(interval?.high)];
      return [
        [title, variant, '', cell(agg_value), ...ends, cell(all), ...said],
        ...Object.entries(groups).map(([part, { agg_value, n }]) => {
          return [title, variant, part, cell(agg_value), '', '', cell(n), ...said];
        }),
      ];
    });
  });
  return writeCsv([FIGURE_COLUMNS, ...rows]);
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
