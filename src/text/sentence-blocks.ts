/** Blocks that each begin with a sentence, as a prompt about the text does. */
import type { Tokenizer } from '../files/tokenizer';
import type { Passage } from './blocks';
import { sentencesOf } from './sentences';

/** Characters that fill a block for certain, per token. */
const CHARACTERS_PER_TOKEN = 12;

/** At most `most` blocks of up to `length` tokens, from sentences spread evenly over the passages. */
export function sentenceBlocks(
  passages: readonly Passage[],
  tokenizer: Tokenizer,
  { length, most }: { readonly length: number; readonly most: number },
): Int32Array[] {
  const starts = passages.flatMap((passage) => startsOf(passage).map((from) => ({ passage, from })));
  const stride = Math.max(1, starts.length / most);
  const chosen = starts.filter((_, i) => Math.floor(i / stride) !== Math.floor((i - 1) / stride));
  return chosen.map(({ passage, from }) => {
    const text = passage.slice(from, from + length * CHARACTERS_PER_TOKEN);
    return Int32Array.from([...tokenizer.opening, ...tokenizer.encode(text)]).slice(0, length);
  });
}

/** Where each sentence begins in the passage. */
function startsOf(passage: Passage): number[] {
  let at = 0;
  return sentencesOf(passage).map((sentence) => {
    const start = passage.indexOf(sentence, at);
    at = start + sentence.length;
    return start;
  });
}
