/** The figures of a report: its metrics, and right answers under each attack. */
import { entriesOf } from '../base/records';
import { attackFigures, attackMetric } from './attack-catalogue';
import type { Figure, FigureGroup } from './figure';
import { metrics, type MetricName } from './metric-catalogue';
import { measuredIn, measuredUnder, type Measured } from './measured';
import type { AttackName, EvaluatedVariant, MetricValue, Report } from './report';

export type FigureName = MetricName | AttackName;

const figures: Readonly<Record<FigureName, Figure>> = { ...metrics, ...attackFigures };

/** Within a group first those that are always shown. */
export const figureNames: readonly FigureName[] = entriesOf(figures)
  .map(([name]) => name)
  .sort((a, b) => Number(figures[a].isMore ?? false) - Number(figures[b].isMore ?? false));

export const figureOf = (name: FigureName): Figure => figures[name];

export const isAttack = (name: FigureName): name is AttackName => name in attackFigures;

/** Where a report has the metric: in its evaluation, or under an attack. */
export interface FigureSource {
  readonly metric: MetricName;
  readonly attack: AttackName | null;
}

export const sourceOf = (name: FigureName): FigureSource =>
  isAttack(name) ? { metric: attackMetric, attack: name } : { metric: name, attack: null };

/** The value of one variant; null: not measured. */
function valueIn(
  { evaluation, attacks }: Report,
  { metric, attack }: FigureSource,
  variant: EvaluatedVariant,
): MetricValue | null {
  const variants = attack === null ? evaluation : attacks?.[attack]?.voices;
  const value = variants?.[variant]?.[metric];
  return value && value.agg_value !== null ? value : null;
}

/** Every measured value behind a figure: of an attack, those of all its metrics. */
export function measuresOf(report: Report, name: FigureName): Measured[] {
  const { attack, metric } = sourceOf(name);
  if (attack === null) return measuredIn(report).filter((one) => one.metric === metric);
  const found = report.attacks?.[attack];
  return found ? measuredUnder(found) : [];
}

/** The figure of one variant. The baseline is not trained again: before relearning, its figure is that without it. */
export function figureIn(report: Report, name: FigureName, variant: EvaluatedVariant): number | null {
  const source = sourceOf(name);
  const value = valueIn(report, source, variant)?.agg_value ?? null;
  const isAttacked = source.attack !== null && report.attacks?.[source.attack] !== undefined;
  if (value !== null || variant !== 'baseline' || !isAttacked) return value;
  return valueIn(report, { ...source, attack: null }, variant)?.agg_value ?? null;
}

/** What a model like gold gets; null: there is no gold model. */
export function goldIn(report: Report, name: FigureName): number | null {
  return figureOf(name).ideal ?? figureIn(report, name, 'gold');
}

/** The figures of a group that were measured of the baseline or of the unlearned model. */
export function figuresIn(report: Report, group: FigureGroup): FigureName[] {
  return figureNames.filter(
    (name) =>
      figures[name].group === group &&
      (['baseline', 'unlearned'] as const).some((variant) => figureIn(report, name, variant) !== null),
  );
}
