/** How much of a reference text a completion contains, in the same order. */
import { stem } from './stem';

/**
 * ROUGE-L recall (Lin 2004): the length of the longest common subsequence of words, divided by the number of words of the
 * reference. Words are those of the rouge-score package (see `rougeWords`): as written (its default), or as their stems,
 * so that "lamps" and "lamp" are the same (`use_stemmer`, as in OpenUnlearning). As there, 0 if either text has no words.
 */
export function rougeLRecall(
  reference: string,
  completion: string,
  words: 'as written' | 'stems' = 'as written',
): number {
  const wordsOf = (text: string) => (words === 'stems' ? rougeWords(text).map(stem) : rougeWords(text));
  const wanted = wordsOf(reference);
  if (wanted.length === 0) return 0;
  return commonSubsequence(wanted, wordsOf(completion)) / wanted.length;
}

/**
 * Sequences of a–z and 0–9, in lower case; everything else separates words. So "Orrin's" is two words, "café" is "caf",
 * and a text in another script has none: ROUGE does not work for it.
 */
function rougeWords(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** Length of the longest common subsequence. */
function commonSubsequence(a: readonly string[], b: readonly string[]): number {
  let above = new Array<number>(b.length + 1).fill(0); // [j]: of a's words so far and b's first j
  for (const word of a) {
    const row = [0];
    b.forEach((other, j) => {
      row.push(word === other ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0));
    });
    above = row;
  }
  return above[b.length] ?? 0;
}
