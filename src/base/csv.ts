/** Tables as text: comma- or tab-separated, quoted as RFC 4180 says, without formulas (see spreadsheet-cell.ts). */
import Papa from 'papaparse';
import { defused, restored } from './spreadsheet-cell';

export interface CsvOptions {
  /** Between two fields. Default: a comma. */
  readonly delimiter?: ',' | '\t';
}

/** The rows of a table, the header included; empty lines and a byte-order mark are skipped. */
export function parseCsv(text: string, { delimiter = ',' }: CsvOptions = {}): string[][] {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter, skipEmptyLines: true });
  return data.map((row) => row.map(restored));
}

/** The table as text; lines end in LF, the last one too. */
export function writeCsv(rows: readonly (readonly string[])[], { delimiter = ',' }: CsvOptions = {}): string {
  return `${Papa.unparse(
    rows.map((row) => row.map(defused)),
    { delimiter, newline: '\n' },
  )}\n`;
}

/** A row of a table with its line, so that a message can say which one is wrong. */
export interface CsvLine {
  /** where the row begins, from 1 */
  readonly line: number;
  readonly fields: readonly string[];
  /** what is wrong with its quotes; null: nothing */
  readonly problem: string | null;
}

/** The rows as `parseCsv` gives them, each with its line number, since a quoted field may contain line breaks. */
export function parseCsvLines(text: string, { delimiter = ',' }: CsvOptions = {}): CsvLine[] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter });
  const problems = new Map(errors.map(({ row, message }) => [row, message]));
  let next = 1;
  return data.flatMap((fields, row) => {
    const line = next;
    next += 1 + fields.reduce((sum, field) => sum + field.split(/\r\n|\r|\n/).length - 1, 0);
    const isEmpty = fields.length === 1 && fields[0] === '';
    return isEmpty ? [] : [{ line, fields: fields.map(restored), problem: problems.get(row) ?? null }];
  });
}
