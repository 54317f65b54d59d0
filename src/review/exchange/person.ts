/** Names of people and ids, as tools write them. */

/** What pandas, Python, R and spreadsheets write for a name that is missing. */
const MISSING = new Set(['', 'nan', 'NaN', 'None', '<NA>', 'null', 'NULL', 'N/A', 'n/a', '#N/A']);

/** The name of a person; null if it is missing. A number names the same person as a decimal: 3, 3.0, "3" and "3.0". */
export function personName(value: unknown): string | null {
  const name = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  return typeof name !== 'string' || MISSING.has(name.trim()) ? null : withoutDecimals(name);
}

/** An id without the “.0” that pandas gives to whole numbers in a column with gaps. */
export function withoutDecimals(id: string): string {
  return id.replace(/^(\d+)\.0+$/, '$1');
}
