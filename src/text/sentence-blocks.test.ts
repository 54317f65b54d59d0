import { expect, test } from 'vitest';
import type { Tokenizer } from '../files/tokenizer';
import { sentenceBlocks } from './sentence-blocks';

/** Every character is a token, after a BOS of 0. */
const characters: Tokenizer = {
  encode: (text) => Int32Array.from(Array.from(text), (c) => c.codePointAt(0) ?? 0),
  decode: (ids) => String.fromCodePoint(...[...ids].filter((id) => id > 0)),
  tokenBytes: () => null,
  tokenText: (id) => String.fromCodePoint(id),
  opening: [0],
  isSpecial: (id) => id === 0,
};
const blocks = (passages: readonly string[], length = 9, most = 99) =>
  sentenceBlocks(passages, characters, { length, most });

test('begin with each sentence, and go on over its end', () => {
  const made = blocks(['Bea ran. Cab sat.\n\nDan?', 'Eda.']);
  expect(made.map((ids) => characters.decode(ids))).toEqual(['Bea ran.', 'Cab sat.', 'Dan?', 'Eda.']);
  expect(made.every(([first]) => first === 0)).toBe(true);
  expect(blocks(['Bea ran. Cab sat.'], 12).map((ids) => characters.decode(ids))[0]).toBe('Bea ran. Ca');
});

test('are spread over the text if there are too many sentences', () => {
  const text = Array.from({ length: 20 }, (_, i) => `Day ${i}.`).join(' ');
  expect(blocks([text], 8, 4).map((ids) => characters.decode(ids))).toEqual([
    'Day 0. ',
    'Day 5. ',
    'Day 10.',
    'Day 15.',
  ]);
  expect(blocks([])).toEqual([]);
});
