/** A text that continues another, in tokens. */
import type { Tokenizer } from './tokenizer';

export interface Continuation {
  /** The tokens that follow, at least one for a text that is not empty. */
  readonly ids: Int32Array;
  /** Whether all tokens of the first text stay; otherwise the tokenizer merges across the border. */
  readonly isSeparate: boolean;
}

/**
 * The tokens of `before + text` that follow those of `before`. To encode `text` alone would give others: some tokenizers
 * put a space before every text, and what is before a word can belong to its first token.
 */
export function continuation(
  tokenizer: Pick<Tokenizer, 'encode'>,
  before: string,
  text: string,
): Continuation {
  const context = before === '' ? new Int32Array() : tokenizer.encode(before);
  return afterContext(context, tokenizer.encode(before + text));
}

/** The same for texts that are encoded: the first one, and the whole. */
export function afterContext(context: Int32Array, whole: Int32Array): Continuation {
  const merged = context.findIndex((id, i) => whole[i] !== id);
  return {
    ids: whole.slice(merged < 0 ? context.length : merged),
    isSeparate: merged < 0 && whole.length > context.length,
  };
}
