/** A text as blocks of tokens. Passages are joined into one stream, each starting with the BOS token. */
import type { Tokenizer } from '../files/tokenizer';

/** A piece of text that belongs together, such as a chapter. */
export type Passage = string;

/** All passages as one sequence of tokens. */
export function tokenStream(
  passages: readonly Passage[],
  tokenizer: Tokenizer,
  bos: number | null,
): Int32Array {
  const opening = bos === null ? [] : [bos];
  return Int32Array.from(passages.flatMap((passage) => [...opening, ...tokenizer.encode(passage)]));
}

/**
 * What happens to the last tokens of a text if they do not fill a block: `pad` makes a shorter block, which is padded in
 * a batch and not supervised there; `drop` leaves them out, as in the code that the paper's authors released.
 */
export const remainders = ['pad', 'drop'] as const;
export type Remainder = (typeof remainders)[number];

/** Consecutive blocks of `length` tokens; only the last one may be shorter, with at least two tokens. */
export function cutBlocks(stream: Int32Array, length: number, remainder: Remainder = 'pad'): Int32Array[] {
  const least = remainder === 'drop' ? length : 2;
  const blocks: Int32Array[] = [];
  for (let start = 0; start < stream.length; start += length)
    blocks.push(stream.slice(start, start + length));
  return blocks.filter((block) => block.length >= least);
}
