/** Prompts and answers as tokens. */
import type { Tokenizer } from '../files/tokenizer';
import type { LlamaConfig } from '../llama/config';
import { commonStart } from '../model/packed-prompts';
import { TokenText } from '../text/token-text';

type Bos = Pick<LlamaConfig, 'bosTokenId'>;

/** A prompt as token ids, starting with BOS if the model has one. */
export function promptIds(tokenizer: Tokenizer, { bosTokenId }: Bos, prompt: string): Int32Array {
  return Int32Array.from([...(bosTokenId === null ? [] : [bosTokenId]), ...tokenizer.encode(prompt)]);
}

export interface AnswerTokens {
  /** the prompt, a space and the answer, starting with BOS if the model has one */
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
  config: Bos,
  { prompt, answer }: { readonly prompt: string; readonly answer: string },
): AnswerTokens {
  const ids = promptIds(tokenizer, config, `${prompt} ${answer}`);
  const start = new TokenText(ids, tokenizer).startOf(answer);
  // A tokenizer may change texts, so that the answer is not found.
  return { ids, start: Math.max(1, start ?? commonStart([ids, promptIds(tokenizer, config, prompt)])) };
}
