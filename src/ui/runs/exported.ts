/** All runs as one file: JSON as it is kept, or CSV for a spreadsheet. */
import { writeCsv } from '../../base/csv';
import { metricNames } from '../../evaluate/metric-catalogue';
import { settingLeaves } from '../../methods/settings';
import { valueAt } from '../../settings/leaves';
import { valueText } from '../../settings/text';
import type { ListedRun } from './listed-run';

/** The models whose metrics are exported. */
const variants = ['baseline', 'unlearned', 'gold'] as const;

/** A row for each run: its number, empty for a recorded one, when it was made, the items it was evaluated on, every setting and every metric. */
export function runsCsv(runs: readonly ListedRun[]): string {
  const columns = variants.flatMap((variant) => metricNames.map((metric) => ({ variant, metric })));
  const head = [
    'run',
    'at',
    'split',
    ...settingLeaves.map(({ path }) => path.join('.')),
    ...columns.map(({ variant, metric }) => `${variant}.${metric}`),
  ];
  const rows = runs.map(({ saved, split, known, settings, figures }) => [
    String(saved?.number ?? ''),
    saved ? new Date(saved.at).toISOString() : '',
    split ?? '',
    ...settingLeaves.map(({ path }) => valueText(valueAt(known ?? settings, path) ?? '')),
    ...columns.map(({ variant, metric }) => String(figures[variant]?.[metric] ?? '')),
  ]);
  return writeCsv([head, ...rows]);
}

export function runsJson(runs: readonly ListedRun[]): string {
  const plain = runs.map(({ known: _, saved, ...run }) => ({
    ...run,
    number: saved?.number ?? null,
    at: saved ? new Date(saved.at).toISOString() : null,
  }));
  return `${JSON.stringify({ runs: plain }, null, 1)}\n`;
}
