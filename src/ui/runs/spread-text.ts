/** A mean with its standard deviation, as a cell shows it. */
import { figureOf } from '../../evaluate/figures';
import type { MetricName } from '../../evaluate/metric-catalogue';
import { formatFigure } from '../i18n/format-figure';
import type { Spread } from './run-rows';

/** Such as “98% ± 2%”; a dash where nothing was measured. */
export function spreadText(metric: MetricName, spread: Spread | null): string {
  const { unit } = figureOf(metric);
  const mean = formatFigure(unit, spread?.mean ?? null);
  return spread?.deviation == null ? mean : `${mean} ± ${formatFigure(unit, spread.deviation)}`;
}

/** With its sign. */
export function differenceText(metric: MetricName, difference: number | null): string {
  if (difference === null) return formatFigure(figureOf(metric).unit, null);
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : '';
  return sign + formatFigure(figureOf(metric).unit, Math.abs(difference));
}
