import { expect, test } from 'vitest';
import { promptsFrom } from './prompts-from-text';

test('end where a term follows, and contain no other term', () => {
  const text =
    'On a cold day in spring she met Bea. Bea gave the old book to Cab. He took the book from Bea too.';
  expect(promptsFrom([text], ['Bea', 'Cab'], 9)).toEqual([
    { prompt: 'On a cold day in spring she met', references: ['Bea'] },
  ]);
  expect(promptsFrom([text, 'Nobody at all had ever seen Cab.'], ['Bea', 'Cab'], 9)).toHaveLength(2);
  expect(promptsFrom([text], ['Bea'], 0)).toEqual([]);
});

test('are not cut inside a word', () => {
  expect(promptsFrom(['It was as hot as it had ever been.'], ['ver'], 9)).toEqual([]);
});

test('can be made from Chinese text', () => {
  expect(promptsFrom(['女孩和她的父亲一起去了白塔。'], ['白塔'], 9)).toEqual([
    { prompt: '女孩和她的父亲一起去了', references: ['白塔'] },
  ]);
});

test('lead to a term as the text writes it, over wrapped lines', () => {
  const text = 'On a cold day in the early spring of that year,\n  her brother met Zoe\u0308 O’Hara.';
  expect(promptsFrom([text], ["Zoë O'Hara"], 9)).toEqual([
    {
      prompt: 'On a cold day in the early spring of that year, her brother met',
      references: ["Zoë O'Hara"],
    },
  ]);
});
