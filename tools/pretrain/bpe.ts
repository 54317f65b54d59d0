/**
 * Trains a byte-level BPE vocabulary (arXiv 1508.07909, with GPT-2's byte encoding) from word counts.
 */

/** GPT-2's pattern for words, which include the space before them. */
const WORDS = /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;

/** Every byte as a printable character, by GPT-2's table. */
function byteAlphabet(): string[] {
  const isPrintable = (byte: number): boolean =>
    (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || (byte >= 174 && byte <= 255);
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) => String.fromCodePoint(isPrintable(byte) ? byte : next++));
}

export interface Vocabulary {
  /** Tokens by id. */
  readonly tokens: readonly string[];
  /** Merges in the order of their application. */
  readonly merges: readonly (readonly [string, string])[];
}

interface Word {
  symbols: string[];
  readonly count: number;
}

/** `size` tokens: the special ones first, then the bytes, then one token per merge. */
export function trainBpe(texts: Iterable<string>, size: number, special: readonly string[]): Vocabulary {
  const words = countWords(texts);
  const tokens = [...special, ...byteAlphabet()];
  const merges: [string, string][] = [];
  while (tokens.length < size) {
    const best = mostFrequentPair(words);
    if (!best) break;
    const [left, right] = best;
    merges.push([left, right]);
    tokens.push(left + right);
    for (const word of words) word.symbols = merge(word.symbols, left, right);
  }
  return { tokens, merges };
}

function countWords(texts: Iterable<string>): Word[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of text.match(WORDS) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const alphabet = byteAlphabet();
  const encoder = new TextEncoder();
  return [...counts].map(([word, count]) => ({
    symbols: Array.from(encoder.encode(word), (byte) => alphabet[byte] ?? ''),
    count,
  }));
}

/** The most frequent adjacent pair; the first in code-point order of a tie. */
function mostFrequentPair(words: readonly Word[]): [string, string] | null {
  const counts = new Map<string, number>();
  for (const { symbols, count } of words) {
    for (let i = 0; i + 1 < symbols.length; i++) {
      const key = `${symbols[i] ?? ''} ${symbols[i + 1] ?? ''}`;
      counts.set(key, (counts.get(key) ?? 0) + count);
    }
  }
  let best: [string, number] | null = null;
  for (const [key, count] of counts) {
    if (!best || count > best[1] || (count === best[1] && key < best[0])) best = [key, count];
  }
  const [left, right] = best?.[0].split(' ') ?? [];
  return left !== undefined && right !== undefined ? [left, right] : null;
}

function merge(symbols: readonly string[], left: string, right: string): string[] {
  const out: string[] = [];
  for (let i = 0; i < symbols.length; i++) {
    const isPair = symbols[i] === left && symbols[i + 1] === right;
    out.push(isPair ? left + right : (symbols[i] ?? ''));
    if (isPair) i += 1;
  }
  return out;
}
