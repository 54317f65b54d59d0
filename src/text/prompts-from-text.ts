/** Prompts about any text: the beginnings of its sentences, up to an anchor term. */
import type { Passage } from './blocks';
import { paragraphsOf } from './paragraphs';
import { TermIndex } from './term-index';

export interface TextPrompt {
  readonly prompt: string;
  /** the term that follows in the text */
  readonly references: readonly [string];
}

/** Fewest words of a prompt: with less, anything could follow. */
const FEWEST_WORDS = 4;
const MOST_CHARACTERS = 160;

/** At most `most` prompts, each for a different term, in the order of the terms. */
export function promptsFrom(
  passages: readonly Passage[],
  terms: readonly string[],
  most: number,
): TextPrompt[] {
  const index = new TermIndex(terms.map((term) => [term, term] as const));
  const byTerm = new Map<string, string>();
  const used = new Set<string>();
  for (const sentence of passages.flatMap(sentencesOf)) {
    const [first] = index.find(sentence);
    if (!first || byTerm.has(first.value)) continue;
    const prompt = sentence
      .slice(0, first.start)
      .trimEnd()
      .replace(/\s*\n\s*/gu, ' ');
    if (used.has(prompt) || prompt.length > MOST_CHARACTERS || words(prompt) < FEWEST_WORDS) continue;
    used.add(prompt);
    byTerm.set(first.value, prompt);
  }
  return terms
    .flatMap((term): TextPrompt[] => {
      const prompt = byTerm.get(term);
      return prompt === undefined ? [] : [{ prompt, references: [term] }];
    })
    .slice(0, most);
}

const SENTENCE_END = /(?<=[.!?。！？]["”’»]?)\s*/u;

function sentencesOf(passage: Passage): string[] {
  return paragraphsOf(passage).flatMap((paragraph) => paragraph.split(SENTENCE_END));
}

function words(text: string): number {
  let count = 0;
  for (const { isWordLike } of new Intl.Segmenter('en', { granularity: 'word' }).segment(text))
    count += Number(isWordLike === true);
  return count;
}
