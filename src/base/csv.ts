/** Tables as text: comma- or tab-separated, quoted as RFC 4180 says, without formulas (see spreadsheet-cell.ts). */
import Papa from 'papaparse';
import { defused, restored } from './spreadsheet-cell';

type Delimiter = ',' | '\t';

export interface CsvOptions {
  /** Between two fields. Default: a comma. */
  readonly delimiter?: Delimiter;
}

/** A row of a table with its line, so that a message can say which one is wrong. */
export interface CsvRow {
  /** where the row begins, from 1; a row may have several lines */
  readonly line: number;
  readonly fields: readonly string[];
  /** `quotes`: they do not close; `columns`: more or fewer fields than the first row has; null: nothing is wrong */
  readonly problem: 'quotes' | 'columns' | null;
}

/**
 * Every row that is not empty, the header first; a byte-order mark is skipped. A quotation mark that does not close
 * costs its own row and no other. In a table with tabs it is text, since some tools write fields as they are.
 */
export function parseCsv(text: string, { delimiter = ',' }: CsvOptions = {}): CsvRow[] {
  const lines = linesOf(text.replace(/^\uFEFF/, ''));
  const rows: CsvRow[] = [];
  for (let i = 0; i < lines.length;) {
    const columns = rows[0]?.fields.length ?? null;
    const { fields, length } = recordAt(lines, i, { delimiter, columns });
    const found = fields ?? (lines[i]?.text ?? '').split(delimiter);
    const isUneven = columns !== null && found.length !== columns;
    const problem = fields === null ? 'quotes' : isUneven ? 'columns' : null;
    if (found.length > 1 || found[0] !== '') rows.push({ line: i + 1, fields: found.map(restored), problem });
    i += length;
  }
  return rows;
}

interface Line {
  readonly text: string;
  /** the line break after it; a field with several lines keeps its own */
  readonly end: string;
}

function linesOf(text: string): Line[] {
  const parts = text.split(/(\r\n|\r|\n)/);
  return parts.flatMap((part, i) => (i % 2 === 0 ? [{ text: part, end: parts[i + 1] ?? '' }] : []));
}

interface Table {
  readonly delimiter: Delimiter;
  /** fields of the first row; null: this is the first */
  readonly columns: number | null;
}

/** The record at a line, and how many lines it has; no fields if its quotes do not close. */
function recordAt(
  lines: readonly Line[],
  at: number,
  { delimiter, columns }: Table,
): { readonly fields: readonly string[] | null; readonly length: number } {
  const line = lines[at]?.text ?? '';
  const plain = line.split(delimiter);
  if (!line.includes('"')) return { fields: plain, length: 1 };
  const quoted = parsed(line, delimiter);
  if (quoted) return { fields: quoted, length: 1 };
  const isWhole = (one: string): boolean => one.split(delimiter).length === columns;
  const length = linesToClose(lines, at);
  const joined = lines.slice(at, at + length);
  // A quoted field with line breaks, unless every line of it is a row by itself: then a quotation mark is missing.
  const isRow = ({ text }: Line): boolean => isWhole(text) && beginsQuoted(text) === beginsQuoted(line);
  const whole = joined.map(({ text, end }, i) => (i + 1 < length ? text + end : text)).join('');
  const record = joined.every(isRow) ? null : parsed(whole, delimiter);
  // The first line of a row with line breaks is a part of one.
  const fields = isWhole(line) && record?.length !== columns ? null : record;
  if (fields === null && delimiter === '\t' && isWhole(line)) return { fields: plain, length: 1 };
  return fields ? { fields, length } : { fields: null, length: 1 };
}

/** Whether the line begins a field in quotes: within one, a quotation mark is doubled or before a delimiter. */
function beginsQuoted(line: string): boolean {
  return /^"[^",\t]/.test(line);
}

/**
 * How many lines it takes until there are as many opening quotation marks as closing ones; 1 if there never are. Only an
 * odd number of them leaves a field open: all others are wrong, wherever the next ones are.
 */
function linesToClose(lines: readonly Line[], at: number): number {
  const isOdd = (line: number): boolean => (lines[line]?.text ?? '').split('"').length % 2 === 0;
  if (!isOdd(at)) return 1;
  for (let end = at + 1; end < lines.length; end++) if (isOdd(end)) return end + 1 - at;
  return 1;
}

/** The fields of one record, or null if its quotes are wrong. */
function parsed(record: string, delimiter: Delimiter): readonly string[] | null {
  const { data, errors } = Papa.parse<string[]>(record, { delimiter, newline: '\n' });
  return errors.length === 0 && data.length === 1 ? (data[0] ?? null) : null;
}

/**
 * The table as text; lines end in LF, the last one too. A row with line breaks has quotes around every field, so that
 * `parseCsv` knows its lines from rows, see `beginsQuoted`.
 */
export function writeCsv(rows: readonly (readonly string[])[], { delimiter = ',' }: CsvOptions = {}): string {
  const lines = rows.map((row) => {
    const cells = row.map(defused);
    const quotes = cells.some((cell) => /[\r\n]/.test(cell));
    return `${Papa.unparse([cells], { delimiter, newline: '\n', quotes })}\n`;
  });
  return lines.join('');
}
