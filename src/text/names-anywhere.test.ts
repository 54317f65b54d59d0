/** Names are found whatever stands before them, with a tokenizer that joins it to their first token. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDictionary } from './dictionary';
import { splitTokenizer } from './fixtures/split-tokenizer';
import { createMatcher } from './matcher';
import { translate } from './translate';

const names = ['Harriet', 'Oswin', 'Mossbury', 'Tom', 'Alice', 'Zoë', '马力', '湖畔'];
const befores = [
  '\t',
  'He sat.',
  'Cast:',
  'the\u00A0',
  '<b>',
  ' ',
  '“',
  '\n',
  '(',
  '…',
  '/',
  '_',
  '@',
  '-',
  '[',
  '# ',
];
/** Some names are single tokens after a tab or a space, some begin with “.H” or “:T”, some share a token with others. */
const tokenizer = splitTokenizer([
  ...['\tHar', '.Os', ':Tom', '>Mo', ' Harriet', ' Tom', 'Alice', '(Al', '“', ' Anna', '.Anna', '\u00A0To'],
  ...['是马', '力湖', '畔在'],
]);

function found(text: string, ...terms: string[]): { terms: string[]; text: string } {
  const dictionary = createDictionary(terms.map((term) => ({ term, value: 'Anna', where: '' })));
  const matcher = createMatcher(dictionary, tokenizer);
  const { matches, translated } = translate(tokenizer.encode(text), matcher, {
    seed: 1,
    block: 0,
    context: 999,
  });
  return { terms: matches.map(({ entry }) => entry.term), text: tokenizer.decode(translated) };
}

test.each(names)(
  'F18 “%s” is found and replaced after a tab, a full stop, a colon, markup and anything else',
  (name) => {
    const missed = befores.filter((before) => {
      const result = found(`One.\n${before}${name} came.`, name);
      return result.terms.length !== 1 || result.text !== `One.\n${before}Anna came.`;
    });
    expect(missed).toEqual([]);
  },
);

test('a name inside a longer word is not found', () => {
  expect(found('.Tommy atTom 1Tom', 'Tom').terms).toEqual([]);
});

test('names that share a token are all replaced', () => {
  expect(found('他是马力湖畔在', '马力', '湖畔').text).toBe('他是AnnaAnna在');
});

test('what is special is no text', () => {
  const bos = tokenizer.encode('<|begin_of_text|>');
  expect(bos).toHaveLength(1);
  expect(found('<|begin_of_text|>Tom', 'text', 'begin', 'Tom').terms).toEqual(['Tom']);
});

describe('every whole word is found and replaced', () => {
  const texts = fc
    .array(fc.tuple(fc.constantFrom(...befores, ', '), fc.constantFrom(...names, 'a', 'met', '7')), {
      maxLength: 20,
    })
    .map((parts) => parts.flat().join(''));

  const spaced = String.raw`(?!\p{Script=Han})[\p{L}\p{N}\p{M}]`;
  const outside = `(?:(?<!${spaced})|(?!${spaced}))`;
  const pattern = new RegExp(`${outside}(?:${names.join('|')})${outside}`, 'gu');

  test('in any text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(found(text, ...names).text).toBe(text.replace(pattern, 'Anna'));
      }),
      { numRuns: 300 },
    );
  });
});
