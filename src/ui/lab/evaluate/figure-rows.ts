/** The figures of a report as rows of the screen. */
import { largest, smallest } from '../../../base/extremes';
import { axisOf, type FigureGroup, type Unit } from '../../../evaluate/figure';
import { figureIn, figureOf, figuresIn, goldIn, type FigureName } from '../../../evaluate/figures';
import { evaluatedVariants, type EvaluatedVariant, type Report } from '../../../evaluate/report';
import { linearScale } from '../../kit/charts/scales';

export interface FigureRow {
  readonly name: FigureName;
  readonly unit: Unit;
  readonly isMore: boolean;
  /** of the variants that were measured, without gold */
  readonly values: readonly { readonly variant: EvaluatedVariant; readonly value: number }[];
  /** where a model is that never read the text; null: there is none */
  readonly gold: number | null;
  /** from a value to its place on the axis, 0 … 1 */
  readonly place: (value: number) => number;
}

export function rowsOf(report: Report, group: FigureGroup): FigureRow[] {
  return figuresIn(report, group).map((name) => {
    const { unit, isMore = false } = figureOf(name);
    const values = evaluatedVariants.flatMap((variant) => {
      const value = variant === 'gold' ? null : figureIn(report, name, variant);
      return value === null ? [] : [{ variant, value }];
    });
    const gold = goldIn(report, name);
    const all = [...values.map(({ value }) => value), ...(gold === null ? [] : [gold])];
    return { name, unit, isMore, values, gold, place: placeOn(unit, all) };
  });
}

/** What is beyond an end of the axis is at that end. */
export function placeOn(unit: Unit, values: readonly number[]): FigureRow['place'] {
  const { low, high, room = 1, isLogarithmic = false } = axisOf(unit);
  const along = (value: number): number => (isLogarithmic ? Math.log10(value) : value);
  const from = low ?? smallest(values, 0);
  const to = high ?? room * largest(values, 0);
  const isClosed = low !== null && high !== null;
  const place = isClosed
    ? (value: number): number => (along(value) - along(from)) / (along(to) - along(from))
    : linearScale(from, to, 0, 1).at;
  return (value) => Math.min(1, Math.max(0, place(value)));
}
