/** Whether tokens are whole words in their block, judged by the characters on both sides of each border. */
import type { Tokenizer } from '../files/tokenizer';
import { BROKEN, joinsWord } from './whole-word';

/** A character of UTF-8 has at most four bytes, so at most four byte-fallback tokens. */
const MOST_BYTES = 4;

export interface WordBoundary {
  /** Whether `length` tokens from `start` on are not inside a longer word. */
  isWhole(ids: Int32Array, start: number, length: number): boolean;
}

export function wordBoundary(tokenizer: Pick<Tokenizer, 'decode' | 'tokenText'>): WordBoundary {
  const text = (ids: Int32Array): string => {
    const [id] = ids;
    if (id === undefined) return '';
    return ids.length === 1 ? tokenizer.tokenText(id) : tokenizer.decode(ids);
  };
  /** The text that ends at token `at`, starting far enough back for its last character to be complete. */
  const before = (ids: Int32Array, at: number, tokens = 1): string => {
    const found = text(ids.subarray(Math.max(0, at - tokens), at));
    return found.endsWith(BROKEN) && tokens < MOST_BYTES ? before(ids, at, tokens + 1) : found;
  };
  const after = (ids: Int32Array, at: number, tokens = 1): string => {
    const found = text(ids.subarray(at, at + tokens));
    return found.startsWith(BROKEN) && tokens < MOST_BYTES ? after(ids, at, tokens + 1) : found;
  };
  const splitsWord = (ids: Int32Array, at: number): boolean => joinsWord(before(ids, at), after(ids, at));
  return {
    isWhole: (ids, start, length) => !splitsWord(ids, start) && !splitsWord(ids, start + length),
  };
}
