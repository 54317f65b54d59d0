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

const LINE_BREAK = /\r\n|\r|\n/g;

/** Quotes that do not close can each swallow the rest of a file: after so many, its lines are only listed. */
const MOST_PROBLEMS = 100;

/**
 * The rows as `parseCsv` gives them, each with its line number, since a quoted field may contain line breaks. A line
 * whose quotes are wrong is a row of its own, split at the delimiters, and takes no other line with it.
 */
export function parseCsvLines(text: string, { delimiter = ',' }: CsvOptions = {}): CsvLine[] {
  const whole = text.replace(/^\uFEFF/, '');
  const starts = [0, ...Array.from(whole.matchAll(LINE_BREAK), ({ index, 0: end }) => index + end.length)];
  const lineAt = (line: number): string =>
    whole.slice(starts[line], starts[line + 1]).replace(LINE_BREAK, '');
  const rows: CsvLine[] = [];
  let next = 0;
  for (let problems = 0; problems < MOST_PROBLEMS && next < starts.length; problems++) {
    const { data, errors } = Papa.parse<string[]>(whole.slice(starts[next]), { delimiter });
    const [wrong] = errors;
    for (const fields of data.slice(0, wrong?.row ?? data.length)) {
      const isEmpty = fields.length === 1 && fields[0] === '';
      if (!isEmpty) rows.push({ line: next + 1, fields: fields.map(restored), problem: null });
      next += 1 + fields.reduce((sum, field) => sum + field.split(LINE_BREAK).length - 1, 0);
    }
    if (wrong === undefined) return rows;
    rows.push(rawRow(lineAt(next), next, delimiter, wrong.message));
    next += 1;
  }
  for (; next < starts.length; next++)
    if (lineAt(next) !== '') rows.push(rawRow(lineAt(next), next, delimiter, 'too many wrong quotes'));
  return rows;
}

function rawRow(row: string, index: number, delimiter: string, problem: string): CsvLine {
  return { line: index + 1, fields: row.split(delimiter).map(restored), problem };
}
