import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCsv } from '../base/csv';
import { parsePrompts, promptFormatOf, promptFormats, type FamiliarityPrompt } from './prompt-file';

const good = { prompt: 'She was called', references: ['Maelis', 'Maelis Quill'], subtlety: 6 };

test('a JSON list with good and bad items', () => {
  const text = `[
  ${JSON.stringify(good)},
  {"prompt": "", "references": ["a"]},
  {"prompt": "no references"},
  {"prompt": "p", "references": []},
  {
    "prompt": "p, with ] and \\" in it", "references": ["a", 3]
  }, {"prompt": " kept ", "references": ["a"]},
  {"prompt": "p", "references": ["a"], "subtlety": 11},
  {"prompt": "p", "references": ["a"] "subtlety": 1},
  "a text",
]`;
  expect(parsePrompts(text, 'json')).toEqual({
    prompts: [good, { prompt: 'kept', references: ['a'], subtlety: null }],
    rejected: [
      { line: 3, reason: 'prompt: expected text, got none' },
      { line: 4, reason: 'references: expected a value, got none' },
      { line: 5, reason: 'references: expected at least one' },
      { line: 6, reason: 'references.1: expected text' },
      { line: 9, reason: 'subtlety: expected a whole number from 1 to 10' },
      { line: 10, reason: 'expected JSON, got {"prompt": "p", "references": ["a"] "su…' },
      { line: 11, reason: 'expected an object' },
    ],
  });
});

test('JSONL, with empty lines, CRLF and a byte-order mark', () => {
  const text = `\uFEFF${JSON.stringify(good)}\r\n\r\nnothing\r\n${JSON.stringify(good)}`;
  expect(parsePrompts(text, 'jsonl')).toEqual({
    prompts: [good, good],
    rejected: [{ line: 3, reason: 'expected JSON, got nothing' }],
  });
});

test('CSV with columns in another order', () => {
  const text = [
    'Subtlety, References ,prompt,note',
    '6,Maelis|Maelis Quill,She was called,kept',
    ',Maelis,"two',
    'lines"',
    'six,Maelis,p',
    '6,,p',
    '1,a,p,n,too many',
    '1,a,"open',
  ].join('\n');
  expect(parsePrompts(text, 'csv')).toEqual({
    prompts: [good, { prompt: 'two\nlines', references: ['Maelis'], subtlety: null }],
    rejected: [
      { line: 5, reason: 'subtlety: expected a whole number from 1 to 10' },
      { line: 6, reason: 'references.0: expected text, got none' },
      { line: 7, reason: 'expected 4 cells, got 5; quote cells with commas' },
      { line: 8, reason: 'expected closed quotes' },
    ],
  });
});

test.each([
  ['json', '{"prompt": "p"}', 'expected a list: [ … ]'],
  ['json', '', 'expected a list: [ … ]'],
  ['csv', 'question,answer\na,b', 'expected a column "prompt" in the first line'],
  ['csv', '', 'expected a column "prompt" in the first line'],
] as const)('a file that is not %s', (format, text, reason) => {
  expect(parsePrompts(text, format)).toEqual({ prompts: [], rejected: [{ line: 1, reason }] });
});

test('a file without items is not an error', () => {
  expect(parsePrompts(' [ ]\n', 'json')).toEqual({ prompts: [], rejected: [] });
  expect(parsePrompts('\n', 'jsonl')).toEqual({ prompts: [], rejected: [] });
});

test('the format follows from the file name', () => {
  expect(['a.json', 'b.JSONL', 'c.csv', 'd.txt'].map(promptFormatOf)).toEqual(['json', 'jsonl', 'csv', null]);
});

test('every prompt survives writing and reading in every format', () => {
  const text = fc
    .string({ unit: 'grapheme' })
    .map((s) => s.replaceAll('|', ' ').trim())
    .filter((s) => s !== '');
  const prompt = fc.record({
    prompt: text,
    references: fc.array(text, { minLength: 1 }),
    subtlety: fc.option(fc.integer({ min: 1, max: 10 })),
  });
  const write = {
    json: (all: FamiliarityPrompt[]) => JSON.stringify(all, null, 2),
    jsonl: (all: FamiliarityPrompt[]) => all.map((one) => JSON.stringify(one)).join('\n'),
    csv: (all: FamiliarityPrompt[]) =>
      writeCsv([
        ['prompt', 'references', 'subtlety'],
        ...all.map((one) => [one.prompt, one.references.join('|'), `${one.subtlety ?? ''}`]),
      ]),
  };
  fc.assert(
    fc.property(fc.constantFrom(...promptFormats), fc.array(prompt), (format, prompts) => {
      expect(parsePrompts(write[format](prompts), format)).toEqual({ prompts, rejected: [] });
    }),
  );
});

test('no content of a file throws', () => {
  fc.assert(
    fc.property(fc.constantFrom(...promptFormats), fc.string(), (format, text) => {
      expect(parsePrompts(text, format).prompts).toEqual([]);
    }),
  );
});
