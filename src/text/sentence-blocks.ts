/** Blocks that each begin with a sentence, as a prompt about the text does. */
import type { Tokenizer } from '../files/tokenizer';
import type { Passage } from './blocks';
import { sentencesOf } from './sentences';

/** Characters that fill a block for certain, per token. */
const CHARACTERS_PER_TOKEN = 12;

/** As many blocks as a training has room for. */
export const roomOf = ({ steps, batch }: { readonly steps: number; readonly batch: number }): number =>
  steps * batch;

/** Where a block begins: in UTF-16 units of one of the passages. */
export interface SentenceStart {
  readonly passage: number;
  readonly from: number;
}

/** At most `most` starts of sentences, spread evenly over the passages. */
export function sentenceStarts(passages: readonly Passage[], most: number): SentenceStart[] {
  const starts = passages.flatMap((text, passage) => startsOf(text).map((from) => ({ passage, from })));
  const stride = Math.max(1, starts.length / most);
  return starts.filter((_, i) => Math.floor(i / stride) !== Math.floor((i - 1) / stride));
}

/** At most `most` blocks of up to `length` tokens, from sentences spread evenly over the passages. */
export function sentenceBlocks(
  passages: readonly Passage[],
  tokenizer: Tokenizer,
  { length, most }: { readonly length: number; readonly most: number },
): Int32Array[] {
  return sentenceStarts(passages, most).map(({ passage, from }) => {
    const text = passages[passage]?.slice(from, from + length * CHARACTERS_PER_TOKEN) ?? '';
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
