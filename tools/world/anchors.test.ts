/** Every anchor term of the shipped data sets is found and replaced in every spelling of every shipped tokenizer. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { entriesOf } from '../../src/base/records';
import { parseTokenizer } from '../../src/files/tokenizer';
import { parseDictionary, type DictionaryEntry } from '../../src/text/dictionary';
import { createMatcher } from '../../src/text/matcher';
import { speller } from '../../src/text/spellings';
import { translate } from '../../src/text/translate';
import { dictionary as neighbourDictionary } from './neighbour/dictionary';
import { dictionary } from './saga/dictionary';

const MODELS = 'public/models';
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const tokenizerOf = (model: string) =>
  parseTokenizer(
    readJson(`${MODELS}/${model}/tokenizer.json`),
    readJson(`${MODELS}/${model}/tokenizer_config.json`),
  );

/** The text before a term in each spelling. */
const before = { space: 'a ', start: '', newline: '\n', quote: '"', bracket: '(' } as const;
const dictionaries = { saga: dictionary, neighbour: neighbourDictionary };
const cases = readdirSync(MODELS).flatMap((model) =>
  entriesOf(dictionaries).map(([name, one]) => [model, name, one] as const),
);

describe.each(cases)('with the tokenizer of %s, in the dictionary of the %s', (model, _, dictionaryOf) => {
  const entries = parseDictionary(dictionaryOf);
  const tokenizer = tokenizerOf(model);
  const spell = speller(tokenizer);

  test.each(Object.keys(before))('every term and translation has the spelling "%s"', (name) => {
    const texts = entries.flatMap(({ term, translations }) => [term, ...translations]);
    const missing = texts.filter((text) => ![...spell(text).keys()].some((known) => known === name));
    expect(missing).toEqual([]);
  });

  test.each(Object.entries(before))('every term is found and replaced in the spelling "%s"', (_, start) => {
    const matcher = createMatcher(entries, tokenizer);
    const seen = (text: string): string => {
      const original = tokenizer.encode(text);
      expect(tokenizer.decode(original)).toBe(text);
      const { matches, translated } = translate(original, matcher, { seed: 1, block: 0, context: 256 });
      expect(matches.map(({ entry }) => entry.term)).toHaveLength(1);
      return tokenizer.decode(translated);
    };
    const isReplaced = ({ term, translations }: DictionaryEntry): boolean => {
      const result = seen(`${start}${term}, then`);
      return translations.some((one) => result === `${start}${one}, then`);
    };
    expect(entries.filter((entry) => !isReplaced(entry)).map(({ term }) => term)).toEqual([]);
  });
});
