import { expect, test } from 'vitest';
import { factsOf } from './text-facts';

test('counts bytes, words and passages', () => {
  const text = { title: 'T', passages: ['Bea met the man.', 'And she was glad.'] };
  expect(factsOf(text)).toEqual({ bytes: 34, words: 8, passages: 2, language: 'english' });
});

test('of Chinese words', () => {
  expect(factsOf({ title: 'T', passages: ['女孩去了湖边。'] })).toMatchObject({
    bytes: 21,
    language: 'chinese',
  });
});
