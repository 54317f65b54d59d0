/** Tables in Markdown. */
import { largest } from '../../src/base/extremes';

/** A table with padded columns: row names first, then right-aligned values. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows].map((row) => head.map((_, c) => (row[c] ?? '').replaceAll('|', '\\|')));
  const widths = head.map((_, c) =>
    largest(
      all.map((row) => row[c]?.length ?? 0),
      4,
    ),
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const padded = all.map((row) =>
    line(row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0)))),
  );
  const rule = line(widths.map((width, c) => (c === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)));
  return [padded[0], rule, ...padded.slice(1)].join('\n');
}
