/** Where terms occur in a text, such as a completion. (The method itself matches tokens; see text/matcher.ts.) */
import { isWholeWord } from '../text/whole-word';

/** Part of a text, in UTF-16 units as `text.slice(start, end)` counts; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** the term as listed */
  readonly term: string;
}

/** A term and the pattern that finds it. */
interface Pattern {
  readonly term: string;
  /** sticky: matches at `lastIndex` only */
  readonly regex: RegExp;
}

/**
 * Every occurrence of one of `terms` as whole words, left to right, the longest term first, without overlaps. A capital
 * in a term must be a capital in the text; a lower-case first letter may be a capital there, as at the start of a
 * sentence. A space matches any white space, and a straight apostrophe a typographic one, too.
 */
export function findTerms(terms: readonly string[]): (text: string) => Span[] {
  const index = indexByFirstUnit(terms);
  return (text) => {
    const spans: Span[] = [];
    for (let at = 0; at < text.length;) {
      const span = firstAt(index.get(text[at] ?? '') ?? [], text, at);
      if (span) spans.push(span);
      at = span?.end ?? at + 1;
    }
    return spans;
  };
}

/**
 * Whether a text gives a term away: it contains each word of the term, in any case, in the singular, plural or
 * possessive. "The Quills and Maelis’s boat" gives away "Maelis Quill".
 */
export function givesAway(text: string, term: string): boolean {
  return term
    .split(/\s+/u)
    .filter((word) => word !== '')
    .every((word) => {
      const stem = word.replace(/(?<=..)['’]?s$/u, '');
      const matches = text.matchAll(new RegExp(`${escaped(stem)}(?:['’]?s)?`, 'giu'));
      return [...matches].some(({ 0: found, index }) => isWholeWord(text, index, index + found.length));
    });
}

/** Patterns by the first character of their matches, longest first. */
function indexByFirstUnit(terms: readonly string[]): Map<string, Pattern[]> {
  const index = new Map<string, Pattern[]>();
  for (const term of new Set(terms.filter((one) => one.trim() !== ''))) {
    const [first = ''] = term;
    const [small = ''] = /^\p{Ll}/u.exec(term) ?? [];
    const opening = small === '' ? '' : `(?:${small}|${small.toUpperCase()})`;
    const regex = new RegExp(`${opening}${escaped(term.slice(small.length))}`, 'uy');
    for (const unit of new Set([first[0], small.toUpperCase()[0]])) {
      if (unit !== undefined) index.set(unit, [...(index.get(unit) ?? []), { term, regex }]);
    }
  }
  for (const patterns of index.values()) patterns.sort((a, b) => b.term.length - a.term.length);
  return index;
}

function firstAt(patterns: readonly Pattern[], text: string, start: number): Span | null {
  for (const { term, regex } of patterns) {
    regex.lastIndex = start;
    const end = start + (regex.exec(text)?.[0].length ?? 0);
    if (end > start && isWholeWord(text, start, end)) return { start, end, term };
  }
  return null;
}

function escaped(text: string): string {
  return text
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/gu, '\\s+')
    .replace(/['’]/gu, "['’]");
}
