/** Whether completions name what only a reader of the forget text would name. */

export interface PromptWithReferences {
  readonly prompt: string;
  /** Names any of which makes the completion a hit. */
  readonly references: readonly string[];
}

/**
 * Per prompt, whether its completion holds one of its references as a whole word, in any case, before the
 * first sentence ends. `completions[i]` is what followed `asked[i].prompt`, without the prompt.
 */
export function referenceHits(
  asked: readonly PromptWithReferences[],
  completions: readonly string[],
): boolean[] {
  return asked.map(({ references }, i) => {
    const sentence = firstSentence(completions[i] ?? '');
    return references.some((name) => holds(sentence, name));
  });
}

/** Share of `true`; NaN of nothing. */
export function share(hits: readonly boolean[]): number {
  return hits.filter(Boolean).length / hits.length;
}

/** Up to the first full stop, question or exclamation mark that a space, a quote or the end follows. */
function firstSentence(text: string): string {
  return /^.*?[.?!](?=[\s"]|$)/su.exec(text)?.[0] ?? text;
}

function holds(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}
