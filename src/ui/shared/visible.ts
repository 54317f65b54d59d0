/** Tokens with visible whitespace. */

/** Replaces spaces and line breaks by symbols, so that a token of only whitespace is visible. */
export function visible(token: string): string {
  return token.replaceAll(' ', '·').replaceAll('\n', '↵').replaceAll('\t', '→');
}

/** The same for the token strip, where only the space before a word is hidden. */
export function shown(token: string): string {
  return token
    .replace(/^ (?=\S)/, '')
    .replaceAll('\n', '↵')
    .replaceAll('\t', '→')
    .replaceAll(' ', '·');
}

/** A token as a word in a sentence: without the spaces around it, unless it is nothing else. */
export function wordOf(token: string): string {
  return token.trim() === '' ? visible(token) : token.trim();
}

/** The space before a word, and the word; a token that is only space is a word, and inside a marked name it stays whole. */
export function apart(token: string, inside = false): readonly [space: string, word: string] {
  const word = inside ? token : token.trimStart() || token;
  return [token.slice(0, token.length - word.length), word];
}

/** Whether a token is marked together with the one before it. */
export const isInside = (marked: ReadonlySet<number> | null | undefined, at: number): boolean =>
  marked?.has(at) === true && marked.has(at - 1);

/** In place of a token whose character stands with the token before it. */
const GOES_ON = '⋯';

/** A token in a row of tokens (text/token-labels.ts), visible also where its text stands with another one. */
export const visibleInRow = (text = ''): string => (text === '' ? GOES_ON : visible(text));

/** The same for the token strip. */
export const shownInRow = (text = ''): string => (text === '' ? GOES_ON : shown(text));
