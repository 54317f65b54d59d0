/** A table whose first row names its columns. */
import type { CsvLine } from '../../base/csv';
import { fail } from '../../files/errors';
import type { FormFields } from './form';

export interface TableRow {
  /** The header is 1; a row may have several lines. */
  readonly row: number;
  readonly fields: FormFields;
  /** What is wrong with its quotes; null: nothing. */
  readonly problem: string | null;
}

/** The rows by column name. @throws LetheError file/invalid if one of the `needed` columns is missing */
export function tableRowsOf(lines: readonly CsvLine[], what: string, needed: readonly string[]): TableRow[] {
  const [header, ...rows] = lines;
  const columns = header?.fields ?? [];
  const missing = needed.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    fail('file/invalid', {
      path: what,
      expected: `a column ${missing.join(', ')}`,
      got: columns.join(', ') || 'none',
    });
  }
  return rows.map(({ fields: values, problem }, i) => ({
    row: i + 2,
    fields: Object.fromEntries(columns.map((name, c) => [name, values[c] ?? ''])),
    problem,
  }));
}
