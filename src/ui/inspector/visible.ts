/** Tokens as people can see them. */

/** Spaces and line ends get a sign; a token of nothing else stays recognisable. */
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
