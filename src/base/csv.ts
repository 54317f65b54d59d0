/** Tables as text: comma- or tab-separated, quoted as RFC 4180 says. */
import Papa from 'papaparse';

export interface CsvOptions {
  /** What stands between two fields. Default: a comma. */
  readonly delimiter?: ',' | '\t';
}

/** The rows of a table, the header included; empty lines and a byte-order mark are skipped. */
export function parseCsv(text: string, { delimiter = ',' }: CsvOptions = {}): string[][] {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter, skipEmptyLines: true });
  return data;
}

/** The table as text; lines end in LF, the last one too. */
export function writeCsv(rows: readonly (readonly string[])[], { delimiter = ',' }: CsvOptions = {}): string {
  return `${Papa.unparse(
    rows.map((row) => [...row]),
    { delimiter, newline: '\n' },
  )}\n`;
}

/** A row of a table with where it stands, for telling people which one is wrong. */
export interface CsvLine {
  /** of the row's beginning, from 1 */
  readonly line: number;
  readonly fields: readonly string[];
  /** what is wrong with its quotes, or null */
  readonly problem: string | null;
}

/** The rows as of `parseCsv`, each with its line: a quoted field may hold line ends, too. */
export function parseCsvLines(text: string, { delimiter = ',' }: CsvOptions = {}): CsvLine[] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter });
  const problems = new Map(errors.map(({ row, message }) => [row, message]));
  let next = 1;
  return data.flatMap((fields, row) => {
    const line = next;
    next += 1 + fields.reduce((sum, field) => sum + field.split(/\r\n|\r|\n/).length - 1, 0);
    const isEmpty = fields.length === 1 && fields[0] === '';
    return isEmpty ? [] : [{ line, fields, problem: problems.get(row) ?? null }];
  });
}
