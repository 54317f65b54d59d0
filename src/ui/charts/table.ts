/** The numbers of a chart as a table, for those who read or take them rather than look. */
export interface ChartTable {
  readonly columns: readonly string[];
  /** as many cells as columns; the first names the row */
  readonly rows: readonly (readonly string[])[];
}
