/** Hand-written tables: one row a line, columns parted by `|`, comments after `#`. */
import { readFileSync } from 'node:fs';

/** The rows of a table beside this file, each with its trimmed columns. */
export function table(path: string): string[][] {
  return lines(path).map((line) => line.split('|').map((column) => column.trim()));
}

/** The lines of a file beside this one, without comments and empty lines. */
export function lines(path: string): string[] {
  const text = readFileSync(new URL(path, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
}
