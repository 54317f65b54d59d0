/** The facts shown about a text before it is used. */
import type { Text } from '../../../lab/dataset';
import { guessLanguage, type LanguageGuess } from '../../../language/script';

export interface TextFacts {
  /** as UTF-8 */
  readonly bytes: number;
  readonly words: number;
  readonly passages: number;
  readonly language: LanguageGuess;
}

export function factsOf({ passages }: Text): TextFacts {
  const text = passages.join('\n');
  return {
    bytes: new TextEncoder().encode(text).length,
    words: wordsOf(text),
    passages: passages.length,
    language: guessLanguage(text),
  };
}

function wordsOf(text: string): number {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter('en', { granularity: 'word' }).segment(text))
    words += Number(isWordLike === true);
  return words;
}
