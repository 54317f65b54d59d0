/** Splits a text at its anchor terms, for display. (The method itself matches tokens: text/matcher.ts.) */

export interface MarkedPart {
  readonly text: string;
  readonly isTerm: boolean;
}

/** The text in pieces, longest terms first, at word boundaries. */
export function splitAtTerms(text: string, terms: readonly string[]): MarkedPart[] {
  if (terms.length === 0) return [{ text, isTerm: false }];
  const escaped = [...terms]
    .sort((a, b) => b.length - a.length)
    .map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const parts: MarkedPart[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push({ text: text.slice(end, match.index), isTerm: false }, { text: match[0], isTerm: true });
    end = match.index + match[0].length;
  }
  return [...parts, { text: text.slice(end), isTerm: false }].filter((part) => part.text !== '');
}
