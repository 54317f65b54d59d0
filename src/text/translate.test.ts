import { describe, expect, test } from 'vitest';
import type { Tokenizer } from '../files/tokenizer';
import { parseDictionary } from './dictionary';
import { createMatcher } from './matcher';
import { translate, type Aligned } from './translate';

/** Words are tokens, except that "Potter" is two: "Pot" and "ter". */
function wordTokenizer(): Tokenizer {
  const words: string[] = [];
  const id = (word: string): number => {
    if (!words.includes(word)) words.push(word);
    return words.indexOf(word);
  };
  const pieces = (word: string): string[] =>
    word.endsWith('Potter') ? [word.replace('Potter', 'Pot'), 'ter'] : [word];
  const decode = (ids: Iterable<number>): string => [...ids].map((i) => words[i] ?? '').join('');
  return {
    encode: (text) => Int32Array.from((text.match(/\s?[^\s"(]+|["(\n]/g) ?? []).flatMap(pieces).map(id)),
    decode,
    tokenText: (i) => decode([i]),
  };
}

const settings = { seed: 1, block: 0, context: 64 };

function translated(
  text: string,
  dictionary: object,
  tokenizer = wordTokenizer(),
): Aligned & { text: string } {
  const matcher = createMatcher(parseDictionary(dictionary), tokenizer);
  const aligned = translate(tokenizer.encode(text), matcher, settings);
  return { ...aligned, text: tokenizer.decode(aligned.translated) };
}

describe('the worked example of the method', () => {
  const text = 'Harry Potter went up to him and then said Hello my good name is Harry Potter .';
  const result = translated(text, { 'Harry Potter': 'Jon' });

  test('every name becomes its translation', () => {
    expect(result.text).toBe('Jon went up to him and then said Hello my good name is Jon .');
  });

  test('the last token of a name predicts what follows its translation; the rest is masked', () => {
    expect([...result.mapping.slice(0, 4)]).toEqual([-1, -1, 0, 1]);
    expect(result.reasons.slice(0, 4)).toEqual(['anchor', 'anchor', null, null]);
  });

  test('nothing learns to name the person again, and the end has no label', () => {
    //                                     name  is  Harry Pot ter  .
    expect([...result.mapping.slice(13)]).toEqual([11, -1, -1, -1, 13, -1]);
    expect(result.reasons.slice(13)).toEqual([null, 'repeat', 'anchor', 'anchor', null, 'end']);
  });

  test('the translation is forbidden from its first token on, in each spelling', () => {
    expect(result.forbidden.every(({ from }) => from === 0 || from === 13)).toBe(true);
    expect(new Set(result.forbidden.map(({ id }) => id)).size).toBeGreaterThanOrEqual(2);
  });
});

test('the longest term wins', () => {
  const { text } = translated('see Harry Potter and Harry', { Harry: 'Tom', 'Harry Potter': 'Jon' });
  expect(text).toBe('see Jon and Tom');
});

test('a term inside a longer word is not a match', () => {
  const tokenizer = wordTokenizer();
  const dictionary = parseDictionary({ wick: 'boy' });
  const matcher = createMatcher(dictionary, tokenizer);
  const [whole = 0] = tokenizer.encode(' wick');
  const [tail = 0] = tokenizer.encode('ed');
  expect(matcher.find(Int32Array.of(whole, tail))).toEqual([]);
  expect(matcher.find(Int32Array.of(whole))).toHaveLength(1);
});

test('a text without terms is mapped one to one', () => {
  const { mapping, forbidden } = translated('a quiet day', { Harry: 'Tom' });
  expect([...mapping]).toEqual([0, 1, -1]);
  expect(forbidden).toEqual([]);
});

test('positions past the context are masked and say so', () => {
  const tokenizer = wordTokenizer();
  const matcher = createMatcher(parseDictionary({ X: 'one two three four' }), tokenizer);
  const {
    mapping,
    reasons,
    translated: row,
  } = translate(tokenizer.encode('X is here now'), matcher, { ...settings, context: 5 });
  expect(row).toHaveLength(5);
  expect([...mapping]).toEqual([3, 4, -1, -1]);
  expect(reasons).toEqual([null, null, 'context', 'end']);
});

test('one translation per term and block, the same for the same seed', () => {
  const dictionary = { A: ['x', 'y', 'z'] };
  const first = translated('A and A and A', dictionary).text;
  expect(first).toBe(translated('A and A and A', dictionary).text);
  expect(new Set(first.split(' and ').map((word) => word.trim())).size).toBe(1);
});
