/** A table whose first row names its columns. */
import { fail } from '../../files/errors';
import type { CsvRow } from '../../base/csv';
import type { FormFields } from './form';

export interface TableRow {
  /** where it begins in the file, for messages */
  readonly where: string;
  readonly fields: FormFields;
  /** whether its fields do not fit its columns, so that none of them can be trusted */
  readonly isBroken: boolean;
}

/**
 * The rows by column name.
 * @throws LetheError file/invalid if one of the `needed` columns is missing, or if two columns have one name
 */
export function tableRowsOf(cells: readonly CsvRow[], what: string, needed: readonly string[]): TableRow[] {
  const [header, ...rows] = cells;
  const columns = header?.fields ?? [];
  const missing = needed.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    fail('file/invalid', {
      path: what,
      expected: `a column ${missing.join(', ')}`,
      got: columns.join(', ') || 'none',
    });
  }
  const twice = columns.find((name, c) => name !== '' && columns.indexOf(name) < c);
  if (twice !== undefined)
    fail('file/invalid', { path: what, expected: 'every column once', got: `two columns ${twice}` });
  return rows.map(({ line, fields, problem }) => ({
    where: `line ${line}`,
    fields: Object.fromEntries(columns.map((name, c) => [name, fields[c] ?? ''])),
    isBroken: problem !== null,
  }));
}
