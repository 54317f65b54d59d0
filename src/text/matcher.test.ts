import { describe, expect, test } from 'vitest';
import type { Tokenizer } from '../files/tokenizer';
import { parseDictionary } from './dictionary';
import { createMatcher } from './matcher';

/** Tokenises into single characters. */
const characters: Tokenizer = {
  encode: (text) => Int32Array.from(Array.from(text), (c) => c.codePointAt(0) ?? 0),
  decode: (ids) => String.fromCodePoint(...ids),
  tokenText: (id) => String.fromCodePoint(id),
  tokenBytes: () => null,
  opening: [],
  isSpecial: () => false,
};

/** The matching parts of the text, without the leading space of a spelling. */
function found(text: string, ...terms: string[]): string[] {
  const matcher = createMatcher(
    parseDictionary(Object.fromEntries(terms.map((term) => [term, 'x']))),
    characters,
  );
  const ids = characters.encode(text);
  return matcher
    .find(ids)
    .map(({ start, length }) => characters.decode(ids.subarray(start, start + length)).trim());
}

/** Where terms match if every byte is a token. */
function byteMatcher(term: string): (text: string) => number[] {
  const bytes: Tokenizer = {
    encode: (text) => Int32Array.from(new TextEncoder().encode(text)),
    decode: (ids) => new TextDecoder().decode(Uint8Array.from(ids)),
    tokenText: (id) => new TextDecoder().decode(Uint8Array.of(id)),
    tokenBytes: () => null,
    opening: [],
    isSpecial: () => false,
  };
  const matcher = createMatcher(parseDictionary({ [term]: 'x' }), bytes);
  return (text) => matcher.find(bytes.encode(text)).map(({ start }) => start);
}

describe('matching', () => {
  test('finds terms at the start, after a space, a quote and a line break, and before punctuation', () => {
    expect(found('Bea, "Bea" and\nBea met Bea.', 'Bea')).toEqual(['Bea', 'Bea', 'Bea', 'Bea']);
  });

  test('respects word boundaries, in any script that has them', () => {
    expect(found('Beam aBea Bea2 Beá', 'Bea', 'Be')).toEqual([]);
    expect(found("Bea's", 'Bea')).toEqual(['Bea']);
  });

  test('needs no boundary where words are not spaced', () => {
    expect(found('我见到马力在湖边', '马力')).toEqual(['马力']);
  });

  test('prefers the longest term, in any order of the dictionary', () => {
    expect(found('Bea Lorn', 'Bea', 'Bea Lorn')).toEqual(['Bea Lorn']);
    expect(found('Bea Lor', 'Bea', 'Bea Lorn')).toEqual(['Bea']);
  });

  test('prefers a longer term that a line break wraps to the spelling of a shorter one', () => {
    expect(found(' Bea\nLorn', 'Bea Lorn', 'Bea')).toEqual(['Bea\nLorn']);
  });

  test('sees the whole character beside a term, even if it has several tokens', () => {
    expect(found('\u{1F600}Bea\u{1F600} éBea', 'Bea')).toEqual(['Bea']);
    const bytes = byteMatcher('Bea');
    expect(bytes('—Bea—\r\nBea')).toEqual([3, 11]);
    expect(bytes('éBea Beaé')).toEqual([]);
  });

  test('finds terms of any characters', () => {
    expect(byteMatcher('Zoë 😀')('met Zoë 😀, Zoë 😀x')).toEqual([3, 14]);
  });

  test('takes the first term of the dictionary, even inside words, as the authors’ code does', () => {
    const terms = parseDictionary({ Bea: 'x', 'Bea Lorn': 'x' });
    const ids = characters.encode('Beam Bea Lorn');
    const released = createMatcher(terms, characters, { matchRule: 'first', wordBoundary: false });
    expect(released.find(ids).map(({ start, length }) => [start, length])).toEqual([
      [0, 3],
      [4, 4],
    ]);
  });

  test('finds the same in a block, whatever it has read before', () => {
    const matcher = createMatcher(parseDictionary({ Bea: 'x' }), characters);
    const count = (text: string): number => matcher.find(characters.encode(text)).length;
    expect(count('X\u00adBea')).toBe(0);
    expect(count('Bea')).toBe(1);
    expect(count('X\u00adBea')).toBe(0);
  });

  test('does not match a term that the end of the block cuts off', () => {
    expect(found('Be', 'Bea')).toEqual([]);
  });
});
