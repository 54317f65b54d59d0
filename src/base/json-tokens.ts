/** The tokens of a JSON text with their places, also where the text is not JSON. One pass, however the text is made. */
import { createScanner } from 'jsonc-parser';

export interface JsonToken {
  /** Offsets in the text; equal at its end. */
  readonly start: number;
  readonly end: number;
  /** Line of the start, counted from 1. */
  readonly line: number;
  /** As it is in the text. Neither a string that is not closed nor a comment is JSON; empty: the end of the text. */
  readonly text: string;
}

const BLANK = /^[ \t\r\n]+$/u;

/** Every token that is not white space, then the end of the text. */
export function* jsonTokens(text: string): Generator<JsonToken, void> {
  const scanner = createScanner(text, false);
  for (;;) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    const token = text.slice(start, end);
    if (!BLANK.test(token)) yield { start, end, line: scanner.getTokenStartLine() + 1, text: token };
    if (token === '') return;
  }
}
