/** Metrics of groups of items as bars: by subtlety, task or text, and the distribution of grades. */
import type { FamiliarityGrade } from '../../../evaluate/grade';
import { keepsAll } from '../../../evaluate/measured';
import type { VariantMetric } from './behind';

export interface GroupBars {
  readonly groups: readonly string[];
  /** per variant one value per group; null = not measured */
  readonly values: readonly (readonly (number | null)[])[];
}

/** The groups that any variant has, in the report's order; null if there are none. */
export function groupBars(variants: readonly VariantMetric[]): GroupBars | null {
  const groups = [...new Set(variants.flatMap(({ value }) => Object.keys(value.groups ?? {})))];
  if (groups.length === 0) return null;
  const values = variants.map(({ value }) => groups.map((group) => value.groups?.[group]?.agg_value ?? null));
  return { groups, values };
}

const GRADES: readonly FamiliarityGrade[] = [0, 1, 2, 3];

/** Share of the items with each grade; null if the report keeps only a part of them. */
export function gradeBars(variants: readonly VariantMetric[]): GroupBars | null {
  if (!variants.every(({ value }) => keepsAll(value))) return null;
  const values = variants.map(({ value }) => {
    const items = Object.values(value.value_by_index);
    return GRADES.map((grade) => items.filter(({ score }) => score === grade).length / (items.length || 1));
  });
  return { groups: GRADES.map(String), values };
}
