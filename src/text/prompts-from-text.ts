/** Prompts about any text: the beginnings of its sentences, up to an anchor term. */
import type { Passage } from './blocks';

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
  const sentences = passages.flatMap((passage) => passage.split(/(?<=[.!?。！？]["”’»]?)\s*|\n+/u));
  const prompts: TextPrompt[] = [];
  const used = new Set<string>();
  for (const term of terms) {
    if (prompts.length === most) break;
    const prompt = sentences
      .flatMap((sentence) => beginning(sentence, term, terms) ?? [])
      .find((one) => !used.has(one));
    if (prompt === undefined) continue;
    used.add(prompt);
    prompts.push({ prompt, references: [term] });
  }
  return prompts;
}

/** What comes before `term` in a sentence, if it is long enough and contains none of the terms. */
function beginning(sentence: string, term: string, terms: readonly string[]): string | null {
  const at = sentence.indexOf(term);
  if (at < 1) return null;
  const before = sentence.slice(0, at);
  // A term inside a longer word does not count; Chinese has no spaces between words.
  if (/\p{Script=Latin}$/u.test(before) || before.length > MOST_CHARACTERS) return null;
  const words = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(before)].filter(
    ({ isWordLike }) => isWordLike === true,
  );
  return words.length < FEWEST_WORDS || terms.some((other) => before.includes(other))
    ? null
    : before.trimEnd();
}
