/**
 * Finds anchor terms in a row of tokens: the longest match at word boundaries, left to right.
 * Terms are indexed by their first token, so the time is linear in the text.
 */
import type { Tokenizer } from '../files/tokenizer';
import type { Dictionary, DictionaryEntry } from './dictionary';
import { spellingsOf, type SpellingName, type Spellings } from './spellings';

export interface Match {
  readonly entry: DictionaryEntry;
  readonly spelling: SpellingName;
  /** Index of its first token. */
  readonly start: number;
  /** n, how many tokens it has. */
  readonly length: number;
}

interface Pattern {
  readonly entry: DictionaryEntry;
  readonly spelling: SpellingName;
  readonly ids: Int32Array;
}

export interface Matcher {
  /** Every match in the block, in order, without overlaps. A term cut by the block's end is none. */
  find(ids: Int32Array): Match[];
  /** The spellings of any text in the matcher's tokenizer, remembered. */
  spell(text: string): Spellings;
}

export function createMatcher(dictionary: Dictionary, tokenizer: Tokenizer): Matcher {
  const known = new Map<string, Spellings>();
  const spell = (text: string): Spellings => {
    const spellings = known.get(text) ?? spellingsOf(text, tokenizer);
    known.set(text, spellings);
    return spellings;
  };
  const index = indexByFirstToken(dictionary, spell);
  const matchAt = (ids: Int32Array, start: number): Match | null => {
    const pattern = (index.get(ids[start] ?? -1) ?? []).find(
      (candidate) =>
        startsWith(ids, start, candidate.ids) && isWhole(ids, start, candidate.ids.length, tokenizer),
    );
    return pattern
      ? { entry: pattern.entry, spelling: pattern.spelling, start, length: pattern.ids.length }
      : null;
  };
  return {
    spell,
    find(ids) {
      const matches: Match[] = [];
      for (let start = 0; start < ids.length;) {
        const match = matchAt(ids, start);
        if (match) matches.push(match);
        start += match?.length ?? 1;
      }
      return matches;
    },
  };
}

/** Patterns by first token, longest first; among equals the first in the dictionary. */
function indexByFirstToken(dictionary: Dictionary, spell: Matcher['spell']): Map<number, Pattern[]> {
  const index = new Map<number, Pattern[]>();
  const seen = new Set<string>();
  for (const entry of dictionary) {
    for (const [spelling, ids] of spell(entry.term)) {
      const key = ids.join();
      const first = ids[0] ?? -1;
      if (!seen.has(key)) index.set(first, [...(index.get(first) ?? []), { entry, spelling, ids }]);
      seen.add(key);
    }
  }
  for (const patterns of index.values()) patterns.sort((a, b) => b.ids.length - a.ids.length);
  return index;
}

function startsWith(ids: Int32Array, start: number, pattern: Int32Array): boolean {
  return start + pattern.length <= ids.length && pattern.every((id, i) => ids[start + i] === id);
}

/** Whether the tokens are not the inside of a longer word. */
function isWhole(ids: Int32Array, start: number, length: number, tokenizer: Tokenizer): boolean {
  const text = (position: number): string => {
    const id = ids[position];
    return id === undefined ? '' : tokenizer.tokenText(id);
  };
  return !joins(text(start - 1), text(start)) && !joins(text(start + length - 1), text(start + length));
}

/** Scripts without spaces between words: there is no boundary to check. */
const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((name) => `\\p{Script=${name}}`)
  .join('');
/** Letters, digits and marks make words; U+FFFD is a part of a character. */
const WORD = String.raw`(?![${UNSPACED}])[\p{L}\p{N}\p{M}\uFFFD]`;
const ENDS_IN_WORD = new RegExp(`${WORD}$`, 'u');
const STARTS_IN_WORD = new RegExp(`^${WORD}`, 'u');

/** Whether the last character of one token and the first of the next are parts of one word. */
function joins(left: string, right: string): boolean {
  return ENDS_IN_WORD.test(left) && STARTS_IN_WORD.test(right);
}
