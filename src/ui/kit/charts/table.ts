/** The numbers of a chart as a table, for screen readers and for copying. */
export interface ChartTable {
  readonly columns: readonly string[];
  /** as many cells as columns; the first names the row */
  readonly rows: readonly (readonly string[])[];
}
