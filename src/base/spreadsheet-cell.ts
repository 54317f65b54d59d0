/**
 * Cells of a table that a spreadsheet would run as a formula: those that begin with = + - @, also in full width, or
 * with a tab or a line break. A written table has an apostrophe before them, as OWASP advises, and a read one loses it again.
 */
const FORMULA = /^'*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]/;
const QUOTED_FORMULA = /^'+[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The text with an apostrophe before it if a spreadsheet would run it; numbers stay numbers. */
export function defused(cell: string): string {
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

/** The text that `defused` was given. */
export function restored(cell: string): string {
  return QUOTED_FORMULA.test(cell) ? cell.slice(1) : cell;
}
