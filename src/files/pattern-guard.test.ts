import { describe, expect, test } from 'vitest';
import { explodes, patternsOf } from './pattern-guard';
import { parseTokenizer } from './tokenizer';

const splitting = (Regex: string): object => ({
  added_tokens: [],
  normalizer: null,
  post_processor: null,
  decoder: null,
  pre_tokenizer: {
    type: 'Sequence',
    pretokenizers: [{ type: 'Split', pattern: { Regex }, behavior: 'Isolated', invert: false }],
  },
  model: { type: 'BPE', vocab: { a: 0 }, merges: [] },
});

describe('patterns', () => {
  test.each([
    '(a+)+$',
    '(?:\\w+\\s?)+:',
    '(a|aa)+$',
    '(?:x+x+)+y',
    '(?:ab|a|b)*c',
    '\\s*\\s*\\s*\\s*\\s*\\s*x',
    '(_+)+x',
    '(?:\\t|\\t\\t)+x',
    '([\\u0400-\\u04ff]+)+x',
    '(?:\\p{Script=Greek}+)+x',
  ])('that explode are refused: %s', (pattern) => {
    expect(() => parseTokenizer(splitting(pattern), {})).toThrow('in a short time');
  });

  test.each([
    String.raw`(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`,
    String.raw`'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`,
    String.raw`[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\p{N}{1,3}`,
    String.raw`\p{N}{1,3}(?=(?:\p{N}{3})*(?!\p{N}))|\p{L}+`,
  ])('of real tokenizers are not: %s', (pattern) => {
    expect(() => parseTokenizer(splitting(pattern), {})).not.toThrow();
  });

  test('are found wherever they are, but not among the pieces', () => {
    const replace = { type: 'Replace', pattern: { Regex: 'b+' }, content: '' };
    expect(patternsOf({ ...splitting('a+'), normalizer: { normalizers: [replace] }, model: { vocab: { Regex: 'x' } } })).toEqual(['b+', 'a+']); // prettier-ignore
  });
});

test('a time that is too long only once is not held against a pattern', () => {
  let [clock, calls] = [0, 0];
  const split = (): void => {
    calls += 1;
    clock += calls === 5 ? 1000 : 0.01;
  };
  expect(explodes('a', split, () => clock)).toBe(false);
  expect(explodes('a', () => { clock += 30; }, () => clock)).toBe(true); // prettier-ignore
});
