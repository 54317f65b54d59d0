/**
 * `npx tsx tools/language/everyday-words.ts`: counts the words of everyday text, and writes the short list with which
 * drafts of dictionaries compare a text.
 */
import { writeFileSync } from 'node:fs';
import { prng } from '../../src/base/prng';
import { countWords } from '../../src/text/draft';
import { everydayTexts } from '../world/corpus';

const SEED = 99;
const TEXTS = 6000;
/** Least count of a listed word. */
const FEWEST = 2;

const { counts, size } = countWords(everydayTexts(prng(SEED), TEXTS));
const words = [...counts]
  .filter(([, count]) => count >= FEWEST)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([word, count]) => `${word} ${count}`);
writeFileSync('src/language/everyday-words.json', `${JSON.stringify({ size, words: words.join(' ') })}\n`);
console.log(`${words.length} different words, counted in ${size}`);
