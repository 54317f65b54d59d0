/** The figures of a row that has none in the columns of the table, as one from OpenUnlearning: all that it has. */
import { metricNames } from '../../evaluate/metric-catalogue';
import { t } from '../i18n/i18n.svelte';
import { metricOf, type RunRow } from './run-rows';
import { runMetrics } from './run-table';
import { spreadText } from './spread-text';

/** Such as “Probability 0.2”; none if a column has a figure. */
export function otherFigures(row: RunRow): string[] {
  const measured = metricNames.flatMap((metric) => {
    const value = metricOf(row, 'unlearned', metric);
    return value ? [{ metric, value }] : [];
  });
  const columns: readonly string[] = runMetrics;
  if (measured.some(({ metric }) => columns.includes(metric))) return [];
  return measured.map(({ metric, value }) => `${t(`metrics.${metric}.title`)} ${spreadText(metric, value)}`);
}
