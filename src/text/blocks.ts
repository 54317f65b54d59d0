/** A text as blocks of tokens. Passages are joined into one stream, each opened by the BOS token. */
import type { Tokenizer } from '../files/tokenizer';

/** A piece of text that belongs together, such as a chapter. */
export type Passage = string;

/** All passages as one row of tokens. */
export function tokenStream(
  passages: readonly Passage[],
  tokenizer: Tokenizer,
  bos: number | null,
): Int32Array {
  const opening = bos === null ? [] : [bos];
  return Int32Array.from(passages.flatMap((passage) => [...opening, ...tokenizer.encode(passage)]));
}

/**
 * What becomes of the last tokens of a text, which fill no block: a shorter block, padded where it is batched and
 * never supervised there, or nothing, as the paper's authors released.
 */
export const remainders = ['pad', 'drop'] as const;
export type Remainder = (typeof remainders)[number];

/** Consecutive blocks of `length` tokens; only the last may be shorter, but it has at least two tokens. */
export function cutBlocks(stream: Int32Array, length: number, remainder: Remainder = 'pad'): Int32Array[] {
  const least = remainder === 'drop' ? length : 2;
  const blocks: Int32Array[] = [];
  for (let start = 0; start < stream.length; start += length)
    blocks.push(stream.slice(start, start + length));
  return blocks.filter((block) => block.length >= least);
}
