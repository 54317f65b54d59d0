/** The curves of a report as the lines of charts. */
import { axisOf } from '../../../evaluate/figure';
import { figureOf, isAttack, type FigureName } from '../../../evaluate/figures';
import type { MetricName } from '../../../evaluate/metric-catalogue';
import { evaluatedVariants, type Report } from '../../../evaluate/report';
import type { Line } from '../../kit/charts/Curves.svelte';
import { formatFigure } from '../../i18n/format-figure';
import { t } from '../../i18n/i18n.svelte';
import { variantColours } from '../../shared/variant-colours';
import { metricsBehind } from './behind';

/** A chart of one metric over the steps of a training. */
export interface FigureCurve {
  readonly title: string;
  /** of a saved chart, without its ending */
  readonly file: string;
  /** a value that its scale shows in any case, as the rows of figures do */
  readonly reach: number;
  readonly lines: readonly Line[];
  readonly format: (value: number) => string;
}

/** While the model was unlearned, or while an attack trained it; empty if neither was measured. */
export function curvesOf(report: Report, name: FigureName): FigureCurve[] {
  if (!isAttack(name)) return metricCurve(report.curves, name);
  return metricsBehind(report, name).flatMap((metric) => {
    const title = t('report.relearning', { title: t(`metrics.${metric}.title`) });
    return chartOf(report.curves[`${name}: ${metric}`], metric, { title, file: `${name}-${metric}` });
  });
}

/** A metric while the model was unlearned; empty if it was not measured then. */
export function metricCurve(curves: Report['curves'], metric: MetricName): FigureCurve[] {
  return chartOf(curves[metric], metric, { title: t(`metrics.${metric}.title`), file: `${metric}-curve` });
}

function chartOf(
  curve: Report['curves'][string] | undefined,
  metric: MetricName,
  words: Pick<FigureCurve, 'title' | 'file'>,
): FigureCurve[] {
  const lines = evaluatedVariants.flatMap((variant): Line[] => {
    const points = curve?.[variant];
    return points ? [{ name: t(`report.voices.${variant}`), color: variantColours[variant], points }] : [];
  });
  const { unit } = figureOf(metric);
  const format = (value: number): string => formatFigure(unit, value);
  return lines.length > 0 ? [{ ...words, reach: axisOf(unit).high ?? 0, lines, format }] : [];
}
