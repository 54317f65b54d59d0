/** Word counts of the everyday text in the shipped data set, made by tools/language/everyday-words.ts. */
import type { WordCounts } from '../text/draft';

let read: Promise<WordCounts> | null = null;

/** Fetched at the first call. */
export function everydayWords(): Promise<WordCounts> {
  read ??= import('./everyday-words.json').then(({ default: { size, words } }) => ({
    size,
    counts: new Map(
      [...words.matchAll(/(\S+) (\d+)/gu)].map(([, word = '', count]) => [word, Number(count)] as const),
    ),
  }));
  return read;
}
