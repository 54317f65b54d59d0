/** Counts phrases as whole words, in one pass over the texts for any number of phrases. */
import { UNSPACED, WORD_CHARACTER } from './word-characters';

/** Words, and single other characters. */
const WORDS = new RegExp(`${WORD_CHARACTER}+|${UNSPACED}|\\S`, 'gu');

interface Phrase {
  readonly text: string;
  readonly words: readonly string[];
}

/** The number of occurrences of each phrase, even if 0. Different phrases may overlap. Case-sensitive. */
export function countPhrases(phrases: Iterable<string>, texts: readonly string[]): Map<string, number> {
  const counts = new Map(Array.from(phrases, (phrase) => [phrase, 0]));
  const byFirstWord = new Map<string, Phrase[]>();
  for (const text of counts.keys()) {
    const words = wordsOf(text);
    const [first = ''] = words;
    const others = byFirstWord.get(first) ?? [];
    others.push({ text, words });
    byFirstWord.set(first, others);
  }
  for (const text of texts) {
    const words = wordsOf(text);
    words.forEach((word, start) => {
      for (const phrase of byFirstWord.get(word) ?? []) {
        const isHere = phrase.words.every((one, i) => words[start + i] === one);
        if (isHere) counts.set(phrase.text, (counts.get(phrase.text) ?? 0) + 1);
      }
    });
  }
  return counts;
}

function wordsOf(text: string): readonly string[] {
  return text.normalize('NFC').match(WORDS) ?? [];
}
