/**
 * The form in which texts and terms are compared. What reads alike becomes equal: composed and decomposed characters,
 * typographic and straight apostrophes, quotes and dashes, all kinds of spaces, wrapped lines, soft hyphens, characters
 * of no width, ligatures, full-width letters, half-width katakana and the forms of Arabic letters. Case stays.
 */
import { UNSPACED, WORD_CHARACTER } from './word-characters';

interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Folded {
  readonly text: string;
  /**
   * The range in the original, in UTF-16 units, of a range in the folded text; null if it begins or ends inside of what
   * is one character in the original.
   */
  readonly original: (start: number, end: number) => Range | null;
}

const SPACE = String.raw`\p{White_Space}`;
/** Soft hyphens, joiners, direction marks, byte order marks. */
const INVISIBLE = String.raw`\p{Default_Ignorable_Code_Point}`;
const MARKS = String.raw`(?:${INVISIBLE}*\p{M})`;
/** Letters of Hangul syllables: they compose, although none of them is a mark. */
const HANGUL = [
  String.raw`[\u1100-\u115E\uA960-\uA97C]+[\u1161-\u11A7\uD7B0-\uD7C6]*[\u11A8-\u11FF\uD7CB-\uD7FB]*`,
  String.raw`[\uAC00-\uD7A3][\u11A8-\u11FF\uD7CB-\uD7FB]+`,
];

/** Katakana in half width, whose voicing is a character of its own. */
const HALF_WIDTH = String.raw`[\uFF65-\uFF9D][\uFF9E\uFF9F]?`;

/** The parts that may change, each as a whole. Anything else is ASCII, such as a single space between words. */
const PARTS = new RegExp(
  [
    `(?<gap>(?! [\\x21-\\x7E])(?:${SPACE}|${INVISIBLE})+)`,
    ...HANGUL,
    HALF_WIDTH,
    String.raw`[^\x00-\x7F]${MARKS}*`,
    String.raw`[\x21-\x7E]${MARKS}+`,
    '`',
  ].join('|'),
  'gu',
);

/** A part that became another: where it is in the folded text, and where it was. */
interface Change {
  readonly at: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** What may change: without it, as in most texts, there is nothing to look at. */
const CHANGES = /[^\x21-\x5F\x61-\x7E ]| (?![\x21-\x7E])/u;

/** The folded text, with the way back to the original. */
export function fold(text: string): Folded {
  if (!CHANGES.test(text)) return { text, original: (start, end) => (end <= start ? null : { start, end }) };
  const changes: Change[] = [];
  let folded = '';
  let copied = 0;
  for (const { 0: part, index: start, groups } of text.matchAll(PARTS)) {
    const end = start + part.length;
    const next = groups?.gap === undefined ? foldCharacter(part) : foldGap(text, start, end);
    if (next === part) continue;
    folded += text.slice(copied, start);
    changes.push({ at: folded.length, to: folded.length + next.length, start, end });
    folded += next;
    copied = end;
  }
  return { text: folded + text.slice(copied), original: (start, end) => originalRange(changes, start, end) };
}

function originalRange(changes: readonly Change[], start: number, end: number): Range | null {
  const [first, last] = [lastBefore(changes, start), lastBefore(changes, end - 1)];
  if (end <= start) return null;
  const isInFirst = first !== undefined && start < first.to;
  const isInLast = last !== undefined && end - 1 < last.to;
  if ((isInFirst && start > first.at) || (isInLast && end < last.to)) return null;
  return {
    start: isInFirst ? first.start : start + (first ? first.end - first.to : 0),
    end: isInLast ? last.end : end + (last ? last.end - last.to : 0),
  };
}

/** The last change that begins at or before unit `at` of the folded text. */
function lastBefore(changes: readonly Change[], at: number): Change | undefined {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return changes[low - 1];
}

/** A hyphen at the end of a line, within a word that the line break may have divided. */
const DIVIDES = /(?<=\p{L})[-‐](?=[^\S\n]*\n[^\S\n]*\p{Ll})/gu;

/** The text with hyphens at the ends of lines as soft ones, at the same offsets; null if it has none. */
export function withSoftHyphens(text: string): string | null {
  const soft = text.replace(DIVIDES, '\u00AD');
  return soft === text ? null : soft;
}

/** The folded form of a term, by which terms are equal. */
export function foldTerm(term: string): string {
  return fold(term).text.trim();
}

const INVISIBLES = new RegExp(INVISIBLE, 'gu');
/**
 * Ligatures and digraphs, ellipses, full-width ASCII, half-width katakana, Arabic letters as they are joined. Other compatibility
 * characters, such as ², have a meaning of their own.
 */
const COMPATIBLE =
  /[\u0132\u0133\u01C4-\u01CC\u01F1-\u01F3\u2025\u2026\uFB00-\uFB06\uFB13-\uFB17\uFB50-\uFDFB\uFE70-\uFEFC\uFF01-\uFF5E\uFF65-\uFF9F]/u;
const apostrophes = "'‘’‚‛‹›`´ʹʻʼˈ′";
const quotes = '"“”„‟«»″〝〞';
const dashes = '-‐‑‒–—―−﹘﹣';
const alike = new Map(
  [apostrophes, quotes, dashes].flatMap((all) => Array.from(all, (one) => [one, all.charAt(0)] as const)),
);

function foldCharacter(part: string): string {
  const composed = part.replace(INVISIBLES, '').normalize(COMPATIBLE.test(part) ? 'NFKC' : 'NFC');
  return alike.get(composed) ?? composed;
}

const LINE_BREAKS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/gu;
const HAS_SPACE = new RegExp(SPACE, 'u');
const ENDS_UNSPACED = new RegExp(`${UNSPACED}$`, 'u');
const STARTS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u');
const ENDS_HYPHENATED = new RegExp(`${WORD_CHARACTER}[-‐‑]$`, 'u');
const STARTS_WORD = new RegExp(`^${WORD_CHARACTER}`, 'u');
/** UTF-16 units of a character and a hyphen. */
const NEAR = 3;

/**
 * White space becomes one space, or one line break if it holds an empty line. The wrap of a line disappears after a
 * hyphen, and in scripts without spaces.
 */
function foldGap(text: string, start: number, end: number): string {
  const gap = text.slice(start, end);
  if (!HAS_SPACE.test(gap)) return '';
  const breaks = gap.match(LINE_BREAKS)?.length ?? 0;
  if (breaks !== 1) return breaks === 0 ? ' ' : '\n';
  const [before, after] = [text.slice(Math.max(0, start - NEAR), start), text.slice(end, end + NEAR)];
  const isInWord =
    gap.startsWith('\u00AD') ||
    (ENDS_HYPHENATED.test(before) && STARTS_WORD.test(after)) ||
    (ENDS_UNSPACED.test(before) && STARTS_UNSPACED.test(after));
  return isInWord ? '' : ' ';
}
