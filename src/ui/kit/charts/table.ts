/** The numbers of a chart as a table, for screen readers and for copying, and as CSV. */
import { writeCsv } from '../../../base/csv';

/** A number as it is, and as the reader's language writes it. */
interface Figure {
  /** null: not measured */
  readonly value: number | null;
  readonly text: string;
}

export type Cell = string | Figure;

export interface ChartTable {
  readonly columns: readonly string[];
  /** as many cells as columns; the first names the row */
  readonly rows: readonly (readonly Cell[])[];
}

/** A cell of a number; a dash if there is none. */
export function figureCell(value: number | null | undefined, format: (value: number) => string): Figure {
  return value === null || value === undefined ? { value: null, text: '–' } : { value, text: format(value) };
}

/** A cell as a person reads it. */
export const shownIn = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);

/** With numbers that a program can read. */
export function csvOf({ columns, rows }: ChartTable): string {
  const written = (cell: Cell): string => (typeof cell === 'string' ? cell : String(cell.value ?? ''));
  return writeCsv([columns, ...rows.map((row) => row.map(written))]);
}
