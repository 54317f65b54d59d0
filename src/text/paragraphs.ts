/** Paragraphs, which lines may wrap. */

/** A line as long as this is wrapped; a shorter one ends a paragraph, such as a heading. */
const LONG_LINE = 40;
const GAP = /(?<![^\S\n])[^\S\n]*\n\s*/gu;

/** The paragraphs of a text, wrapped lines included. */
export function paragraphsOf(text: string): string[] {
  const marked = text.replace(GAP, (gap: string, at: number) => {
    const isWrapped = at - (text.lastIndexOf('\n', at - 1) + 1) >= LONG_LINE;
    return isWrapped && gap.split('\n').length === 2 ? gap : '\n\n';
  });
  return marked.split('\n\n').filter((paragraph) => paragraph !== '');
}

/** The parts of a text between empty lines: no term reaches from one into another. */
export function partsOf(text: string): string[] {
  return text.split(/\n\s*\n/u);
}
