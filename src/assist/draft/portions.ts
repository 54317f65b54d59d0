/** Passages in portions that a model reads at once. */

export interface Portion {
  /** Number of its passage. */
  readonly passage: number;
  /** Offset in the passage, in UTF-16 units. */
  readonly start: number;
  readonly text: string;
}

/** Where to cut, the best first: between paragraphs, after a sentence, between words. */
const CUTS = [/\n\s*\n/gu, /[.!?。！？]["”’»」]?\s*/gu, /\s+/gu] as const;

/** A portion of at most `longest` characters after another; together they are the passage. */
export function portionsOf(passage: number, text: string, longest: number): Portion[] {
  const portions: Portion[] = [];
  for (let start = 0; start < text.length;) {
    const end =
      text.length - start <= longest ? text.length : start + lengthOf(text.slice(start, start + longest));
    const part = text.slice(start, end);
    if (part.trim() !== '') portions.push({ passage, start, text: part });
    start = end;
  }
  return portions;
}

/** Of the first portion of a text that is too long: in its second half, at the best place there is. */
function lengthOf(window: string): number {
  for (const cut of CUTS) {
    const ends = Array.from(window.matchAll(cut), ({ index, 0: gap }) => index + gap.length);
    const last = ends.at(-1) ?? 0;
    if (last > window.length / 2) return last;
  }
  // Never half a character.
  return /[\uD800-\uDBFF]$/u.test(window) ? window.length - 1 : window.length;
}

/** The halves of a portion that the model could not read; null: it is short enough to be read by any. */
export function halvesOf({ passage, start, text }: Portion, shortest = 400): Portion[] | null {
  if (text.length <= shortest) return null;
  return portionsOf(passage, text, Math.ceil(text.length / 2)).map((half) => ({
    ...half,
    start: start + half.start,
  }));
}
