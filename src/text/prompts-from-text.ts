/** Prompts to ask about any text: beginnings of its sentences, up to where an anchor term would follow. */
import type { Passage } from './blocks';

export interface TextPrompt {
  readonly prompt: string;
  /** the term that followed */
  readonly references: readonly [string];
}

/** Words that a prompt must have: fewer say nothing about what follows. */
const FEWEST_WORDS = 4;
const MOST_CHARACTERS = 160;

/** At most `most` prompts, each for another term, in the order of the terms. */
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

/** What stands before `term` in a sentence, if that is long enough and names none of the terms already. */
function beginning(sentence: string, term: string, terms: readonly string[]): string | null {
  const at = sentence.indexOf(term);
  if (at < 1) return null;
  const before = sentence.slice(0, at);
  // A term inside a longer word is none; Chinese parts its words by nothing.
  if (/\p{Script=Latin}$/u.test(before) || before.length > MOST_CHARACTERS) return null;
  const words = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(before)].filter(
    ({ isWordLike }) => isWordLike === true,
  );
  return words.length < FEWEST_WORDS || terms.some((other) => before.includes(other))
    ? null
    : before.trimEnd();
}
