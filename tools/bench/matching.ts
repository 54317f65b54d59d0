/** Matching 1 MB of text with 1,600 terms, in the shipped model's tokenizer. */
import { prng } from '../../src/base/prng';
import { loadModelFiles } from '../../src/files/load-model-files';
import { urlSource } from '../../src/files/source';
import { loadDataset } from '../../src/lab/dataset';
import { cutBlocks, tokenStream } from '../../src/text/blocks';
import type { Dictionary } from '../../src/text/dictionary';
import { createMatcher } from '../../src/text/matcher';
import { translate } from '../../src/text/translate';
import { median, milliseconds } from './timing';

const CHARACTERS = 1_000_000;
const TERMS = 1600;
const T = 128;
const ROUNDS = 7;

export async function benchMatching(base: string) {
  const source = urlSource(base);
  const { tokenizer } = await loadModelFiles(source, 'models/base');
  const { forget, retain, heldOut, dictionary } = await loadDataset(source, 'worlds/marrowmere');
  const passages = [...forget.passages, ...heldOut.passages, ...retain.passages];
  const text = passages.join('\n').repeat(9).slice(0, CHARACTERS);
  const terms = withPhrases(dictionary, text);
  let blocks: Int32Array[] = [];
  const encodeMs = await milliseconds(() => {
    blocks = cutBlocks(tokenStream([text], tokenizer), T);
    return Promise.resolve();
  });
  const times: number[] = [];
  let matches = 0;
  for (let round = 0; round < ROUNDS; round++) {
    matches = 0;
    const time = await milliseconds(() => {
      const matcher = createMatcher(terms, tokenizer);
      blocks.forEach((ids, block) => {
        matches += translate(ids, matcher, { seed: 1, block, context: T }).matches.length;
      });
      return Promise.resolve();
    });
    times.push(time);
  }
  return {
    /** Spelling the terms, matching and translating; reading the text into tokens comes before it. */
    matching: { ms: median(times), encodeMs, characters: text.length, terms: terms.length, matches },
  };
}

/** Terms of the data set and phrases of one to three words of the text, many of them nested. */
function withPhrases(dictionary: Dictionary, text: string): Dictionary {
  const random = prng(4);
  const words = text.match(/\p{L}+/gu) ?? [];
  const terms = new Map(dictionary.map((entry) => [entry.term, entry]));
  while (terms.size < TERMS) {
    const start = random.below(words.length - 3);
    const term = words.slice(start, start + 1 + random.below(3)).join(' ');
    if (!terms.has(term)) terms.set(term, { term, translations: ['the other one'] });
  }
  return [...terms.values()];
}
