/** Hand-written tables: one row per line, columns separated by `|`, comments after `#`. */
import { readFileSync } from 'node:fs';

/** The rows of a table, each as its trimmed columns. The path is relative to this file. */
export function table(path: string): string[][] {
  return lines(path).map((line) => line.split('|').map((column) => column.trim()));
}

/** The lines of a file, without comments and empty lines. The path is relative to this file. */
export function lines(path: string): string[] {
  const text = readFileSync(new URL(path, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
}
