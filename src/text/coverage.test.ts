import { expect, test } from 'vitest';
import type { Tokenizer } from '../files/tokenizer';
import { checkWritten, coverageOf } from './coverage';

/** Every byte is a token. */
const bytes: Tokenizer = {
  encode: (text) => Int32Array.from(new TextEncoder().encode(text)),
  decode: (ids) => new TextDecoder().decode(Uint8Array.from(ids)),
  tokenText: (id) => new TextDecoder().decode(Uint8Array.of(id)),
  tokenBytes: () => null,
  opening: [],
  isSpecial: () => false,
};
const { signal } = new AbortController();
const share = (passages: readonly string[], ...terms: string[]) =>
  coverageOf(
    passages,
    terms.map((term) => ({ term, translations: ['x'] as const })),
    bytes,
    signal,
  );

test('counts the tokens of a text, and those that are terms', async () => {
  expect(await share(['Bea ran.', 'I saw Bea and Cab.'], 'Bea', 'Cab')).toEqual({
    tokens: 26,
    // With the space before them, as a spelling has it.
    share: (3 + 4 + 4) / 26,
  });
  expect(await share(['I saw Bea.'])).toEqual({ tokens: 10, share: 0 });
  expect(await share([], 'Bea')).toEqual({ tokens: 0, share: 0 });
});

test('stops when the text is replaced', async () => {
  const gone = AbortSignal.abort(new Error('replaced'));
  await expect(coverageOf(['Bea ran.'], [], bytes, gone)).rejects.toThrow('replaced');
});

test('a text in letters that the tokenizer lacks is refused, one with a few of them is not', () => {
  expect(() => checkWritten(['米拉点亮了灯。'], bytes)).toThrow('takes 21 tokens for 7 characters');
  expect(() => checkWritten(['Мира зажгла лампу.'], bytes)).toThrow('The model cannot write this text');
  expect(() => checkWritten(['Mira lit the lamp.'], bytes)).not.toThrow();
});
