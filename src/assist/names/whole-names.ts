/** Classifiers of personal data mark given names and surnames apart: those that follow each other are one name. */
import type { NamedSpan } from './spans';

export const GIVEN_NAME = /^(?:GIVEN|FIRST|MIDDLE)_?NAME$/iu;
export const SURNAME = /^(?:SUR|LAST|FAMILY)_?NAME$/iu;

const SPACE = /^[ \u{A0}]$/u;

/** The spans of a text in its order; the score of a joined one is the mean of its two parts. */
export function wholeNames(text: string, spans: readonly NamedSpan[]): NamedSpan[] {
  const whole: NamedSpan[] = [];
  for (const span of spans) {
    const before = whole.at(-1);
    const isOneName =
      before !== undefined &&
      GIVEN_NAME.test(before.tag) &&
      (GIVEN_NAME.test(span.tag) || SURNAME.test(span.tag)) &&
      SPACE.test(text.slice(before.end, span.start));
    if (isOneName)
      whole[whole.length - 1] = {
        ...span,
        start: before.start,
        score: (before.score + span.score) / 2,
      };
    else whole.push(span);
  }
  return whole;
}
