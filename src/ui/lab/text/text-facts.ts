/** The facts shown about a text before it is used. */
import type { Text } from '../../../lab/dataset';
import { guessLanguage, type LanguageGuess } from '../../../language/script';

export interface TextFacts {
  /** as UTF-8 */
  readonly bytes: number;
  readonly words: number;
  readonly passages: number;
  /** of the model that is loaded; null before one is */
  readonly tokens: number | null;
  readonly language: LanguageGuess;
}

/** `countTokens` counts the tokens of a passage. */
export function factsOf(
  { passages }: Text,
  countTokens: ((passage: string) => number) | null = null,
): TextFacts {
  const text = passages.join('\n');
  const tokens = countTokens && passages.reduce((sum, passage) => sum + countTokens(passage), 0);
  return {
    bytes: new TextEncoder().encode(text).length,
    words: wordsOf(text),
    passages: passages.length,
    tokens,
    language: guessLanguage(text),
  };
}

function wordsOf(text: string): number {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text))
    words += Number(isWordLike === true);
  return words;
}
