/** How a tokenizer writes a text, and how much of the text is terms of a dictionary. */
import { breather } from '../base/breathe';
import type { Tokenizer } from '../files/tokenizer';
import type { Passage } from './blocks';
import type { Dictionary } from './dictionary';
import { fail } from './errors';
import { createMatcher } from './matcher';
import { paragraphsOf } from './paragraphs';

export interface Coverage {
  readonly tokens: number;
  /** those of them that are terms, 0 … 1 */
  readonly share: number;
}

/**
 * Below this share of terms, there is hardly anything that the dictionary can make generic. The paper says so itself:
 * “non-fiction or textbooks” may lack terms of their own. The shipped text has three times as many.
 */
export const LEAST_SHARE = 0.03;

/** Takes its time with a long text, so that the page stays responsive. @throws the signal's reason */
export async function coverageOf(
  passages: readonly Passage[],
  dictionary: Dictionary,
  tokenizer: Tokenizer,
  signal: AbortSignal,
): Promise<Coverage> {
  const breathe = breather();
  const matcher = createMatcher(dictionary, tokenizer);
  let [tokens, covered] = [0, 0];
  for (const paragraph of passages.flatMap(paragraphsOf)) {
    await breathe();
    signal.throwIfAborted();
    const ids = tokenizer.encode(paragraph);
    tokens += ids.length;
    covered += matcher.find(ids).reduce((sum, { length }) => sum + length, 0);
  }
  return { tokens, share: tokens === 0 ? 0 : covered / tokens };
}

/** Characters by which `checkWritten` judges. */
const SAMPLE = 20_000;

/**
 * Refuses a text that the tokenizer knows no words of, nor even letters: it would be spelled byte by byte, which the model
 * has never learned to write.
 * @throws LetheError text/not-written
 */
export function checkWritten(passages: readonly Passage[], tokenizer: Tokenizer): void {
  const text = passages.join('\n').slice(0, SAMPLE);
  const [tokens, characters] = [tokenizer.encode(text).length, Array.from(text).length];
  if (tokens > characters)
    fail('text/not-written', { tokens: String(tokens), characters: String(characters) });
}
