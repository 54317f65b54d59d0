/** Prompts and answers as tokens. */
import type { Tokenizer } from '../files/tokenizer';
import { commonStart } from '../model/packed-prompts';
import { TokenText } from '../text/token-text';

/** A prompt as token ids, with what the tokenizer puts before a text. */
export function promptIds(tokenizer: Tokenizer, prompt: string): Int32Array {
  return Int32Array.from([...tokenizer.opening, ...tokenizer.encode(prompt)]);
}

/** The tokens of a prompt, with the answer that follows it or alone. */
export type AsTokens = (prompt: string, answer?: string) => Int32Array;

/** Of prompts as they stand, which the answer continues. */
export const continued =
  (tokenizer: Tokenizer): AsTokens =>
  (prompt, answer = '') =>
    promptIds(tokenizer, prompt + answer);

export interface AnswerTokens {
  /** the prompt, a space and the answer, with what the tokenizer puts before a text */
  readonly ids: Int32Array;
  /** Index of the first token that holds a part of the answer; at least 1: something is before it. */
  readonly start: number;
}

/**
 * An answer after its prompt. Both are encoded together: alone, the answer would begin with other tokens, such as a bare
 * space, or the prompt would end with others.
 */
export function answerTokens(
  tokenizer: Tokenizer,
  { prompt, answer }: { readonly prompt: string; readonly answer: string },
): AnswerTokens {
  const ids = promptIds(tokenizer, `${prompt} ${answer}`);
  const start = new TokenText(ids, tokenizer).startOf(answer);
  // A tokenizer may change texts, so that the answer is not found.
  return { ids, start: Math.max(1, start ?? commonStart([ids, promptIds(tokenizer, prompt)])) };
}
