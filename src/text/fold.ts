/**
 * The form in which texts and terms are compared. What reads alike becomes equal: composed and decomposed characters,
 * typographic and straight apostrophes, quotes and dashes, all kinds of spaces, wrapped lines, soft hyphens, characters
 * of no width, ligatures and full-width letters. Case stays.
 */
import { UNSPACED, WORD_CHARACTER } from './word-characters';

export interface Folded {
  readonly text: string;
  /**
   * The range in the original, in UTF-16 units, of a range in the folded text; null if it begins or ends inside of what
   * is one character in the original.
   */
  readonly original: (start: number, end: number) => { readonly start: number; readonly end: number } | null;
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

/** The parts that may change, each as a whole. Anything else is ASCII. */
const PARTS = new RegExp(
  [
    `(?<gap>(?:${SPACE}|${INVISIBLE})+)`,
    ...HANGUL,
    String.raw`[^\x00-\x7F]${MARKS}*`,
    String.raw`[\x21-\x7E]${MARKS}+`,
    '`',
  ].join('|'),
  'gu',
);

/** Words of ASCII with single spaces, which stay as they are. */
const PLAIN = /^[\x21-\x5F\x61-\x7E]*(?: [\x21-\x5F\x61-\x7E]+)*$/;

/** The folded text, with the way back to the original. */
export function fold(text: string): Folded {
  if (PLAIN.test(text)) return { text, original: (start, end) => (end > start ? { start, end } : null) };
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  let at = 0;
  const append = (part: string, start: number, end: number): void => {
    folded += part;
    for (let i = 0; i < part.length; i++) {
      starts.push(start);
      ends.push(end);
    }
  };
  const copyTo = (end: number): void => {
    folded += text.slice(at, end);
    for (; at < end; at++) {
      starts.push(at);
      ends.push(at + 1);
    }
  };
  for (const { 0: part, index, groups } of text.matchAll(PARTS)) {
    copyTo(index);
    at = index + part.length;
    append(groups?.gap === undefined ? foldCharacter(part) : foldGap(text, index, at), index, at);
  }
  copyTo(text.length);
  const isInside = (unit: number): boolean => unit > 0 && starts[unit] === starts[unit - 1];
  return {
    text: folded,
    original(start, end) {
      if (end <= start || isInside(start) || isInside(end)) return null;
      return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 };
    },
  };
}

/** The folded form of a term, by which terms are equal. */
export function foldTerm(term: string): string {
  return fold(term).text.trim();
}

const INVISIBLES = new RegExp(INVISIBLE, 'gu');
/** Ligatures and full-width ASCII. Other compatibility characters, such as ², have a meaning of their own. */
const COMPATIBLE = /[\uFB00-\uFB06\uFF01-\uFF5E]/u;
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
