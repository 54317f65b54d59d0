import { expect, test } from 'vitest';
import { factsOf } from './text-facts';

test('counts bytes, words, passages and, with a tokenizer, tokens', () => {
  const text = { title: 'T', passages: ['Bea met the man.', 'And she was glad.'] };
  expect(factsOf(text)).toEqual({ bytes: 34, words: 8, passages: 2, tokens: null, language: 'english' });
  expect(factsOf(text, (passage) => passage.length).tokens).toBe(33);
});

test('of Chinese words', () => {
  expect(factsOf({ title: 'T', passages: ['女孩去了湖边。'] })).toMatchObject({
    bytes: 21,
    language: 'chinese',
  });
});
