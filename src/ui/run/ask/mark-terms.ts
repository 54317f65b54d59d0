/** Splits a text at its anchor terms, for display. */
import { TermIndex } from '../../../text/term-index';

export interface MarkedPart {
  readonly text: string;
  /** The term as listed; null for the text between terms. */
  readonly term: string | null;
}

/** Splits texts at `terms`, the longest first, at word boundaries. */
export function termSplitter(terms: readonly string[]): (text: string) => MarkedPart[] {
  const index = new TermIndex(terms.map((term) => [term, term] as const));
  return (text) => {
    const parts: MarkedPart[] = [];
    let at = 0;
    for (const { start, end, value } of index.find(text)) {
      parts.push({ text: text.slice(at, start), term: null }, { text: text.slice(start, end), term: value });
      at = end;
    }
    return [...parts, { text: text.slice(at), term: null }].filter((part) => part.text !== '');
  };
}
