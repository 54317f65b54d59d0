/** Whether completions contain what only a reader of the forget set would write. */
import { TermIndex } from '../text/term-index';

export interface PromptWithReferences {
  readonly prompt: string;
  /** Each of these makes the completion a hit. */
  readonly references: readonly string[];
}

/**
 * For each prompt, whether its completion contains one of its references as a whole word, in any case, before the end of
 * the first sentence. `completions[i]` is the continuation of `asked[i].prompt`, without the prompt.
 */
export function referenceHits(
  asked: readonly PromptWithReferences[],
  completions: readonly string[],
): boolean[] {
  return asked.map(({ references }, i) => {
    const sentence = firstSentence(completions[i] ?? '');
    const names = new TermIndex(references.map((name) => [name.toLowerCase(), name] as const));
    return names.find(sentence.toLowerCase()).length > 0;
  });
}

/** Share of `true`; NaN if empty. */
export function share(hits: readonly boolean[]): number {
  return hits.filter(Boolean).length / hits.length;
}

/** The text up to the first full stop, question or exclamation mark before a space, a quote or the end. */
function firstSentence(text: string): string {
  return /^.*?[.?!](?=[\s"]|$)/su.exec(text)?.[0] ?? text;
}
