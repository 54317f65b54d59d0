import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDictionary } from './dictionary';
import { dictionaryFormats, readDictionary, writeDictionary } from './dictionary-file';

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('Bea, the cook', 'say "hi"', '7', '湖边😀'),
);
const dictionaries = fc
  .uniqueArray(
    fc.record({
      term: texts.filter((term) => term.trim() !== ''),
      value: fc.array(
        texts.filter((one) => one.trim() !== ''),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    { selector: ({ term }) => createDictionary([{ term, value: 'x', where: '' }])[0]?.term },
  )
  .map((entries) => createDictionary(entries.map((entry) => ({ ...entry, where: '' }))));

test.each(dictionaryFormats)('every dictionary survives writing and reading as %s', (format) => {
  fc.assert(
    fc.property(dictionaries, (dictionary) => {
      expect(readDictionary(writeDictionary(dictionary, format), format)).toEqual(dictionary);
    }),
  );
});

test('the order of the file is kept, even of terms that are numbers', () => {
  const read = readDictionary('\uFEFF{"Nine": "nine", "7": ["seven"]}', 'json');
  expect(read.map(({ term }) => term)).toEqual(['Nine', '7']);
});

test('rows with the same term are alternatives; other columns and empty lines do not matter', () => {
  const csv = 'Note,Translation,term\r\nfirst,Anna,Maelis\r\n\r\n,Tom,Orrin\r\n,Lucy, Maelis\r\n';
  expect(readDictionary(csv, 'csv')).toEqual([
    { term: 'Maelis', translations: ['Anna', 'Lucy'] },
    { term: 'Orrin', translations: ['Tom'] },
  ]);
});

test('drafts give each term one translation; reading them collects all, in any order of drafts', () => {
  const dictionary = readDictionary(
    '{"Bea": ["Ada", "Eda"], "7": "seven", "Cab": ["Dan", "Tom", "Max"]}',
    'json',
  );
  const drafts = writeDictionary(dictionary, 'drafts');
  expect(JSON.parse(drafts)).toEqual([
    { Bea: 'Ada', 7: 'seven', Cab: 'Dan' },
    { Bea: 'Eda', Cab: 'Tom' },
    { Cab: 'Max' },
  ]);
  expect(readDictionary(drafts, 'json')).toEqual(dictionary);
  expect(readDictionary('[{"Bea": "Ada"}, {"Cab": "Dan", "Bea": ["Ada", "Eda"]}]', 'json')).toEqual([
    { term: 'Bea', translations: ['Ada', 'Eda'] },
    { term: 'Cab', translations: ['Dan'] },
  ]);
});

describe('an invalid file gives one message that says where', () => {
  test.each([
    ['json', 'line 1', ''],
    ['json', 'line 1', 'Bea: Ann'],
    ['json', 'line 1', '["Bea"]'],
    ['json', 'line 3', '{\n"Bea": "Ann",\n"Cab" "Dan"\n}'],
    ['json', 'line 3, term "Cab"', '{\n"Bea": "Ann",\n"Cab": 7\n}'],
    ['json', 'line 2, term "Bea"', '{\n"Bea": {"Ann": 1}}'],
    ['json', 'line 2, term " "', '{\n" ": "Ann"}'],
    ['json', 'line 2, term "Bea"', '{\n"Bea": [" "]}'],
    ['json', 'line 2, term "Bea"', '{"Bea": "Ann",\n"Bea": "Eve"}'],
    ['json', 'line 2, term " Zoe\u0301  Lorn"', '{"Zoé Lorn": "Ann",\n" Zoe\u0301  Lorn": "Eve"}'],
    ['json', 'the whole file', 'junk '.repeat(1_000_000)],
    ['json', 'line 1', '[['.repeat(1_000_000)],
    ['json', 'line 1', `{"Bea": ${'['.repeat(2_000_000)}`],
    ['drafts', 'line 1', '{"Bea": "Ann"}'],
    ['drafts', 'line 2, term "Bea"', '[{"Bea": "Ann",\n"Bea": "Eve"}]'],
    ['drafts', 'line 1, term "Bea"', '[{"Bea": "Ann"}, {"Bea": 7}]'],
    ['drafts', 'line 1', '[{"Bea": "Ann"}'],
    ['drafts', 'line 1', '[{"Bea": "Ann"}] 1'],
    ['csv', 'the whole file', 'junk '.repeat(1_000_000)],
    ['csv', 'line 1', ''],
    ['csv', 'line 1', 'Bea,Ann'],
    ['csv', 'line 2, term ""', 'term,translation\n,Ann'],
    ['csv', 'line 3, term "Cab"', 'term,translation\nBea,Ann\nCab'],
    ['csv', 'line 3, term " Bea "', 'term,translation\nBea,Ann\n Bea ,Ann'],
    ['csv', 'line 2, term "Bea"', 'term,translation\nBea,"Ann\nCab,Dan\n'],
  ] as const)('%s: %s', (format, where, text) => {
    expect(() => readDictionary(text, format)).toThrow(`Dictionary, ${where}: expected`);
  });
});
