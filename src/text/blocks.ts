/** A text as blocks of tokens, cut from one stream of all its passages. */
import type { Tokenizer } from '../files/tokenizer';

/** A piece of text that belongs together, such as a chapter. */
export type Passage = string;

/**
 * All passages as one sequence of tokens, each after what the tokenizer puts before a text. If that is nothing, a blank
 * line is between them.
 */
export function tokenStream(passages: readonly Passage[], tokenizer: Tokenizer): Int32Array {
  const { opening } = tokenizer;
  const between = opening.length > 0 ? opening : [...tokenizer.encode(BLANK_LINE)];
  return Int32Array.from(
    passages.flatMap((passage, i) => [...(i === 0 ? opening : between), ...tokenizer.encode(passage)]),
  );
}

const BLANK_LINE = '\n\n';

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
