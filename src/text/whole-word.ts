/** Word boundaries: one rule for tokens, terms and selections. */
import { WORD_CHARACTER } from './word-characters';

/** What incomplete bytes of a character decode to; counts as part of a word. */
export const BROKEN = '\uFFFD';
const ENDS_IN_WORD = new RegExp(`(?:${WORD_CHARACTER}|${BROKEN})$`, 'u');
const STARTS_IN_WORD = new RegExp(`^(?:${WORD_CHARACTER}|${BROKEN})`, 'u');
/** A character has at most two UTF-16 units. */
const CHARACTER = 2;

/** Whether a word continues from the end of one text into the next. Never in scripts without spaces. */
export function joinsWord(before: string, after: string): boolean {
  return STARTS_IN_WORD.test(after) && ENDS_IN_WORD.test(before);
}

/** Whether a word continues across a place in a text, in UTF-16 units. */
export function splitsWord(text: string, at: number): boolean {
  return joinsWord(text.slice(Math.max(0, at - CHARACTER), at), text.slice(at, at + CHARACTER));
}

/** Whether a part of a text is not inside a longer word. Offsets in UTF-16 units, `end` exclusive. */
export function isWholeWord(text: string, start: number, end: number): boolean {
  return !splitsWord(text, start) && !splitsWord(text, end);
}
