/** A variant's answer to a prompt, token by token. */
import { largest } from '../../../base/extremes';
import type { WriteEvent, WrittenToken } from '../../../lab/events';
import { readTogether } from '../../../text/token-labels';
import type { MarkedPart } from './mark-terms';

export interface Answer {
  readonly text: string;
  readonly tokens: readonly WrittenToken[];
}

export const noAnswer: Answer = { text: '', tokens: [] };

export function answerOf(tokens: readonly WrittenToken[]): Answer {
  return { text: readTogether(tokens.map(({ text }) => text)).join(''), tokens };
}

/** The answers, by row, with the newly written tokens. */
export function withWritten(answers: readonly Answer[], { written }: WriteEvent): Answer[] {
  const rows = largest(
    written.map(({ row }) => row + 1),
    answers.length,
  );
  const all = Array.from({ length: rows }, (_, row) => answers[row] ?? noAnswer);
  for (const { row, text, token } of written) {
    all[row] = { text, tokens: [...(all[row]?.tokens ?? []), token] };
  }
  return all;
}

export interface Leaks {
  /** anchor terms in the answer that the prompt did not name, in order */
  readonly terms: readonly string[];
  /** indices of the tokens of these terms */
  readonly tokens: ReadonlySet<number>;
}

/** The anchor terms that an answer leaks. */
export function leaksOf(
  { tokens }: Answer,
  prompt: string,
  splitAtTerms: (text: string) => readonly MarkedPart[],
): Leaks {
  const named = new Set(splitAtTerms(prompt).map(({ term }) => term));
  const leaked: string[] = [];
  const inside = new Set<number>();
  const texts = readTogether(tokens.map(({ text }) => text));
  const ends = texts.map(
    (
      (end = 0) =>
      (text) =>
        (end += text.length)
    )(),
  );
  let at = 0;
  for (const { text, term } of splitAtTerms(texts.join(''))) {
    const [from, to] = [at, (at += text.length)];
    if (term === null || named.has(term)) continue;
    leaked.push(term);
    ends.forEach((end, i) => {
      if (end > from && (ends[i - 1] ?? 0) < to) inside.add(i);
    });
  }
  return { terms: leaked, tokens: inside };
}
