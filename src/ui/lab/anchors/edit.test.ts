import { describe, expect, test } from 'vitest';
import { parseDictionary } from '../../../text/dictionary';
import {
  dictionaryFormatOf,
  imported,
  readDictionaryFile,
  retranslated,
  withoutTerm,
  withTerm,
} from './edit';

const dictionary = parseDictionary({ Bea: 'Ann', Cab: ['Dan', 'Tom'] });

test('translations are changed, terms added and removed; the dictionary before stays', () => {
  expect(retranslated(dictionary, 'Bea', ['Eve', ' Eve '])).toEqual(
    parseDictionary({ Bea: 'Eve', Cab: ['Dan', 'Tom'] }),
  );
  expect(withTerm(dictionary, ' Orrin  Quill', ['Jon Hill'])[0]).toEqual({
    term: 'Orrin Quill',
    translations: ['Jon Hill'],
  });
  expect(withoutTerm(dictionary, 'Cab')).toEqual(parseDictionary({ Bea: 'Ann' }));
  expect(dictionary).toEqual(parseDictionary({ Bea: 'Ann', Cab: ['Dan', 'Tom'] }));
});

describe('is refused, naming the term', () => {
  test.each([
    ['a term without a translation', () => retranslated(dictionary, 'Bea', []), 'term "Bea"'],
    ['an empty translation', () => retranslated(dictionary, 'Bea', [' ']), 'term "Bea"'],
    ['a term that is there', () => withTerm(dictionary, ' Bea', ['Eve']), 'term "Bea"'],
    ['an empty term', () => withTerm(dictionary, ' ', ['Eve']), 'term " "'],
  ])('%s', (_, change, where) => {
    expect(change).toThrow(where);
  });
});

test('an imported dictionary is merged or replaces the one in use', () => {
  const brought = parseDictionary({ Bea: 'Eve', Osk: 'Ely' });
  expect(imported(dictionary, brought, 'merge')).toEqual(
    parseDictionary({ Bea: ['Ann', 'Eve'], Cab: ['Dan', 'Tom'], Osk: 'Ely' }),
  );
  expect(imported(dictionary, brought, 'replace')).toBe(brought);
});

test.each([
  ['{"a": "b"}', 'json'],
  ['\uFEFF [1]', 'json'],
  ['term,translation\na,b', 'csv'],
])('%j is %s', (text, format) => {
  expect(dictionaryFormatOf(text)).toBe(format);
});

test('files are read by their name, else by how they begin; junk is refused whole', async () => {
  const read = (text: string, name: string) => readDictionaryFile(new File([text], name));
  expect(await read('{"Bea": "Ann"}', 'a.txt')).toEqual(parseDictionary({ Bea: 'Ann' }));
  expect(await read('term,translation\nBea,Ann', 'a.csv')).toEqual(parseDictionary({ Bea: 'Ann' }));
  await expect(read('Bea: Ann', 'a.json')).rejects.toThrow('line 1');
  await expect(read('junk '.repeat(2_000_000), 'a.csv')).rejects.toThrow('the whole file');
});
