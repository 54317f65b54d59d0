import { describe, expect, test } from 'vitest';
import type { Tokenizer } from '../files/tokenizer';
import { parseDictionary } from './dictionary';
import { groupEntities } from './entities';
import { createMatcher } from './matcher';
import { translate, type Aligned, type TranslateSettings } from './translate';

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
    tokenBytes: () => null,
    tokenText: (i) => decode([i]),
    opening: [],
    isSpecial: () => false,
  };
}

const settings = { seed: 1, block: 0, context: 64 };

function translated(
  text: string,
  dictionary: object,
  options: Partial<TranslateSettings> = {},
): Aligned & { text: string } {
  const tokenizer = wordTokenizer();
  const matcher = createMatcher(groupEntities(parseDictionary(dictionary)), tokenizer);
  const aligned = translate(tokenizer.encode(text), matcher, { ...settings, ...options });
  return { ...aligned, text: tokenizer.decode(aligned.translated) };
}

describe('the worked example of the method', () => {
  const text = 'Harry Potter went up to him and then said Hello my good name is Harry Potter .';
  const result = translated(text, { 'Harry Potter': 'Jon' });

  test('every name becomes its translation', () => {
    expect(result.text).toBe('Jon went up to him and then said Hello my good name is Jon .');
  });

  test('the last token of a name has the prediction after its translation; the others have no label', () => {
    expect([...result.mapping.slice(0, 4)]).toEqual([-1, -1, 0, 1]);
    expect(result.reasons.slice(0, 4)).toEqual(['anchor', 'anchor', null, null]);
  });

  test('no label repeats the name, and the end has no label', () => {
    //                                     name  is  Harry Pot ter  .
    expect([...result.mapping.slice(13)]).toEqual([11, -1, -1, -1, 13, -1]);
    expect(result.reasons.slice(13)).toEqual([null, 'repeat', 'anchor', 'anchor', null, 'end']);
  });

  test('the translation is forbidden from its first token on, in each spelling', () => {
    expect(result.forbidden.every(({ from }) => from === 0 || from === 13)).toBe(true);
    expect(new Set(result.forbidden.map(({ id }) => id)).size).toBeGreaterThanOrEqual(2);
  });

  test('or, as released, from one prediction later on', () => {
    const { forbidden } = translated(text, { 'Harry Potter': 'Jon' }, { forbidFrom: 'following' });
    expect(new Set(forbidden.map(({ from }) => from))).toEqual(new Set([1, 14]));
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

test('positions past the context have no label, for that reason', () => {
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

describe('for comparison', () => {
  const text = 'Harry went and Harry came';

  test('without repeat masking, labels repeat the name', () => {
    const { reasons } = translated(text, { Harry: 'Jon' }, { maskRepeats: false });
    expect(reasons).toEqual([null, null, null, null, 'end']);
  });

  test('without the forbid rule nothing is forbidden', () => {
    expect(translated(text, { Harry: 'Jon' }, { forbid: false }).forbidden).toEqual([]);
  });

  test('drawn per spelling, a name may have two translations in one block', () => {
    const blocks = Array.from({ length: 20 }, (_, block) => block);
    const names = (translationDraw: TranslateSettings['translationDraw'] & string) =>
      blocks.map((block) =>
        translated(text, { Harry: ['Jon', 'Tom'] }, { block, translationDraw }).text.match(/Jon|Tom/g),
      );
    expect(names('term').every((found) => found?.[0] === found?.[1])).toBe(true);
    expect(names('spelling').some((found) => found?.[0] !== found?.[1])).toBe(true);
  });

  test('drawn per entity, the parts of a name are consistent with the whole', () => {
    const dictionary = {
      Harry: ['Jon', 'Tom'],
      'Harry Potter': ['Jon Lee', 'Tom Ray'],
      Potter: ['Lee', 'Ray'],
    };
    for (let block = 0; block < 20; block++) {
      const drawn = translated('Harry and Harry Potter and Potter', dictionary, {
        block,
        translationDraw: 'entity',
      });
      expect(['Jon and Jon Lee and Lee', 'Tom and Tom Ray and Ray']).toContain(drawn.text);
    }
  });
});
