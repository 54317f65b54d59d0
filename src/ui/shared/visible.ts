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

/** The space before a word, and the word; a token that is only space is a word. */
export function apart(token: string): readonly [space: string, word: string] {
  const word = token.trimStart() || token;
  return [token.slice(0, token.length - word.length), word];
}
