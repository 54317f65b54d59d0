import { describe, expect, test } from 'vitest';
import type { Tokenizer } from '../files/tokenizer';
import { parseDictionary } from './dictionary';
import { createMatcher } from './matcher';

/** Every character is a token. */
const characters: Tokenizer = {
  encode: (text) => Int32Array.from(Array.from(text), (c) => c.codePointAt(0) ?? 0),
  decode: (ids) => String.fromCodePoint(...ids),
  tokenText: (id) => String.fromCodePoint(id),
};

/** The parts of the text that match, without the space that a spelling may begin with. */
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

describe('matching', () => {
  test('finds terms at the start, after a space, a quote and a line break, and before punctuation', () => {
    expect(found('Bea, "Bea" and\nBea met Bea.', 'Bea')).toEqual(['Bea', 'Bea', 'Bea', 'Bea']);
  });

  test('keeps to word boundaries, of any script that has them', () => {
    expect(found('Beam aBea Bea2 Beá', 'Bea', 'Be')).toEqual([]);
    expect(found("Bea's", 'Bea')).toEqual(['Bea']);
  });

  test('needs no boundary where words are not spaced', () => {
    expect(found('我见到马力在湖边', '马力')).toEqual(['马力']);
  });

  test('prefers the longest term, whatever the order of the dictionary', () => {
    expect(found('Bea Lorn', 'Bea', 'Bea Lorn')).toEqual(['Bea Lorn']);
    expect(found('Bea Lor', 'Bea', 'Bea Lorn')).toEqual(['Bea']);
  });

  test('does not match a term that the end cuts off', () => {
    expect(found('Be', 'Bea')).toEqual([]);
  });
});
