/** Word counts of the everyday text in the shipped data set, made by tools/language/everyday-words.ts. */
import { part } from '../files/part';
import type { WordCounts } from '../text/draft';

/** Fetched at the first call. */
export const everydayWords = part(async (): Promise<WordCounts> => {
  const { size, words } = (await import('./everyday-words.json')).default;
  const counts = [...words.matchAll(/(\S+) (\d+)/gu)].map(
    ([, word = '', count]) => [word, Number(count)] as const,
  );
  return { size, counts: new Map(counts) };
});
