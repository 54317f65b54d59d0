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
