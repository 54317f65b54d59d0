/** A text that continues another, in tokens. */
import type { Tokenizer } from './tokenizer';

export interface Continuation {
  /** The tokens of the first text that stay: all of them, unless the tokenizer merges across the border. */
  readonly before: Int32Array;
  /** The tokens that follow, at least one for a text that is not empty. */
  readonly ids: Int32Array;
  /** Whether all tokens of the first text stay. */
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
  const whole = tokenizer.encode(before + text);
  const merged = context.findIndex((id, i) => whole[i] !== id);
  const kept = Math.min(merged < 0 ? context.length : merged, whole.length);
  return {
    before: whole.subarray(0, kept),
    ids: whole.slice(kept),
    isSeparate: merged < 0 && whole.length > context.length,
  };
}
