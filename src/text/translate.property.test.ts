/** Properties of every translation, for any text, dictionary and options. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Tokenizer } from '../files/tokenizer';
import { cutBlocks, remainders } from './blocks';
import { createDictionary, type Dictionary } from './dictionary';
import { createMatcher, matchRules } from './matcher';
import { forbidStarts, translate, translationDraws } from './translate';

/** Tokens of two letters or one, from the left, so that a term is split differently inside longer words. */
const pairs: Tokenizer = {
  encode(text) {
    const pieces = text.match(/\s?\p{L}{1,2}|[^]/gu) ?? [];
    return Int32Array.from(pieces.map(idOf));
  },
  decode: (ids) => Array.from(ids, (id) => known[id] ?? '').join(''),
  tokenText: (id) => known[id] ?? '',
  tokenBytes: () => null,
  opening: [],
  isSpecial: () => false,
};
const known: string[] = [];
function idOf(piece: string): number {
  if (!known.includes(piece)) known.push(piece);
  return known.indexOf(piece);
}

const words = ['Bea', 'Be', 'Lorn', 'Bea Lorn', 'Lor', 'Zoë', '马力', 'wick', 'Abe Lorn Bea'];
const generics = ['Ann', 'Jo', 'the old cook', 'Maximilian', 'x', '他'];
const dictionaries: fc.Arbitrary<Dictionary> = fc
  .uniqueArray(
    fc.record({
      term: fc.constantFrom(...words),
      value: fc.uniqueArray(fc.constantFrom(...generics), { minLength: 1, maxLength: 3 }),
    }),
    { selector: ({ term }) => term },
  )
  .map((entries) => createDictionary(entries.map((entry) => ({ ...entry, where: '' }))));
const joints = ['', ' ', ' ', ', ', '\n', '\r\n', ' "', '(', "'s ", ' and ', '—', '湖'];
const texts = fc
  .array(fc.tuple(fc.constantFrom(...joints), fc.constantFrom(...words, 'a', 'quiet', 'day', '7', '😀')), {
    maxLength: 25,
  })
  .map((parts) => parts.flat().join(''));
const options = fc.record({
  matchRule: fc.constantFrom(...matchRules),
  wordBoundary: fc.boolean(),
  translationDraw: fc.constantFrom(...translationDraws),
  maskRepeats: fc.boolean(),
  forbid: fc.boolean(),
  forbidFrom: fc.constantFrom(...forbidStarts),
  seed: fc.integer(),
  block: fc.nat(),
  context: fc.integer({ min: 4, max: 60 }),
});

test('mapping, reasons and forbidden tokens satisfy their contracts', () => {
  fc.assert(
    fc.property(texts, dictionaries, options, (text, dictionary, settings) => {
      const original = pairs.encode(text);
      const aligned = translate(original, createMatcher(dictionary, pairs, settings), settings);
      const { translated, mapping, reasons, forbidden, matches } = aligned;

      expect([mapping.length, reasons.length]).toEqual([original.length, original.length]);
      expect(translated.length).toBeLessThanOrEqual(settings.context);
      const mapped = mapping.filter((j) => j >= 0);
      expect(mapped.every((j, i) => j < translated.length && (i === 0 || j > (mapped[i - 1] ?? j)))).toBe(
        true,
      );
      expect([...mapping].map((j) => j < 0)).toEqual(reasons.map((reason) => reason !== null));

      const inside = new Set(
        matches.flatMap(({ start, length }) => Array.from({ length }, (_, k) => start + k)),
      );
      mapping.forEach((j, i) => {
        if (j >= 0 && !inside.has(i)) expect(translated[j]).toBe(original[i]);
      });
      expect(reasons.includes('repeat') && !settings.maskRepeats).toBe(false);
      expect(forbidden.length > 0 && !settings.forbid).toBe(false);
      for (const { from } of forbidden) expect(from).toBeLessThan(translated.length);
    }),
    { numRuns: 500 },
  );
});

test('a text without terms is its own translation, position by position', () => {
  fc.assert(
    fc.property(texts, options, (text, settings) => {
      const original = pairs.encode(text).subarray(0, settings.context);
      const { translated, mapping } = translate(original, createMatcher([], pairs, settings), settings);
      expect(translated).toEqual(original);
      expect([...mapping].slice(0, -1)).toEqual([...original.keys()].slice(0, -1));
    }),
  );
});

describe('the translation is the text with its terms replaced', () => {
  /** Tokenises into single characters, so that every occurrence of a term is found. */
  const characters: Tokenizer = {
    encode: (text) => Int32Array.from(Array.from(text), (c) => c.codePointAt(0) ?? 0),
    decode: (ids) => String.fromCodePoint(...ids),
    tokenText: (id) => String.fromCodePoint(id),
    tokenBytes: () => null,
    opening: [],
    isSpecial: () => false,
  };
  const spaced = String.raw`(?!\p{Script=Han})[\p{L}\p{N}\p{M}]`;
  const replaced = (text: string, dictionary: Dictionary): string => {
    if (dictionary.length === 0) return text;
    const terms = dictionary
      .map(({ term }) => term.replaceAll(' ', '\\s+')) // a term may be wrapped
      .sort((a, b) => b.length - a.length);
    const border = `(?:(?<!${spaced})|(?!${spaced}))`;
    const pattern = new RegExp(`${border}(?:${terms.join('|')})(?:(?<!${spaced})|(?!${spaced}))`, 'gu');
    return text.replace(
      pattern,
      (found) =>
        dictionary.find(({ term }) => term === found.replaceAll(/\s+/g, ' '))?.translations[0] ?? found,
    );
  };

  test('the longest at word boundaries', () => {
    const alone = dictionaries.map((all) =>
      all.map(({ term, translations: [first] }): Dictionary[number] => ({ term, translations: [first] })),
    );
    fc.assert(
      fc.property(texts, alone, fc.integer(), (text, dictionary, seed) => {
        const settings = { seed, block: 0, context: 10_000 };
        const matcher = createMatcher(dictionary, characters);
        const { translated } = translate(characters.encode(text), matcher, settings);
        expect(characters.decode(translated)).toBe(replaced(text, dictionary));
      }),
      { numRuns: 500 },
    );
  });
});

test.each(remainders)('blocks hold the text in order (%s)', (remainder) => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { maxLength: 60 }), fc.integer({ min: 2, max: 20 }), (ids, length) => {
      const blocks = cutBlocks(Int32Array.from(ids), length, remainder);
      const kept = blocks.flatMap((block) => [...block]);
      expect(kept).toEqual(ids.slice(0, kept.length));
      expect(ids.length - kept.length).toBeLessThan(remainder === 'drop' ? length : 2);
      expect(blocks.slice(0, -1).every((block) => block.length === length)).toBe(true);
      if (remainder === 'drop') expect(blocks.every((block) => block.length === length)).toBe(true);
    }),
  );
});
