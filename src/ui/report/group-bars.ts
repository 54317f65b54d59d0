/** Figures of parts of the items as bars: by subtlety, task or text, and how many items got which grade. */
import type { Grade } from '../../evaluate/grade';
import type { VoiceFigure } from './figures';

export interface GroupBars {
  readonly groups: readonly string[];
  /** per voice one value per group; null = not measured */
  readonly values: readonly (readonly (number | null)[])[];
}

/** The parts that any voice has, in the report's order; null if there are none. */
export function groupBars(voices: readonly VoiceFigure[]): GroupBars | null {
  const groups = [...new Set(voices.flatMap(({ value }) => Object.keys(value.groups ?? {})))];
  if (groups.length === 0) return null;
  const values = voices.map(({ value }) => groups.map((group) => value.groups?.[group]?.agg_value ?? null));
  return { groups, values };
}

const GRADES: readonly Grade[] = [0, 1, 2, 3];

/** Share of the items with each grade. */
export function gradeBars(voices: readonly VoiceFigure[]): GroupBars {
  const values = voices.map(({ value }) => {
    const items = Object.values(value.value_by_index);
    return GRADES.map((grade) => items.filter(({ score }) => score === grade).length / (items.length || 1));
  });
  return { groups: GRADES.map(String), values };
}
