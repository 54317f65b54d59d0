import { expect, test } from 'vitest';
import { clozeQuestions } from './cloze';
import type { Dictionary } from './dictionary';

const dictionaryOf = (terms: readonly string[]): Dictionary =>
  terms.map((term) => ({ term, translations: ['Anna'] }));
const questions = (text: string, terms: readonly string[], most = 9, seed = 1) =>
  clozeQuestions([text], dictionaryOf(terms), { most, seed });
const prompts = (text: string, terms: readonly string[], most = 9, seed = 1) =>
  questions(text, terms, most, seed).map(({ prompt }) => prompt);

const text =
  'On a cold day in spring she met Bea. Bea gave the old book to Cab. He took the book from Bea too.';

test('end where a name follows, and never tell it', () => {
  expect(questions(text, ['Bea', 'Cab'])).toEqual([
    { prompt: 'On a cold day in spring she met', references: ['Bea'] },
    { prompt: 'Bea gave the old book to', references: ['Cab'] },
    { prompt: 'He took the book from', references: ['Bea'] },
  ]);
});

test('begin a sentence earlier where too little of their own comes before the name', () => {
  expect(prompts('It rained on the old mill. Then Bea came.', ['Bea'])).toEqual([
    'It rained on the old mill. Then',
  ]);
  expect(prompts('Bea came home. Then Bea slept.', ['Bea'])).toEqual([]);
});

test('accept every term that names the same', () => {
  const terms = ['Bea Holt', 'Bea', 'Cab'];
  expect(questions('The one who saw it was Bea Holt.', terms)).toEqual([
    { prompt: 'The one who saw it was', references: ['Bea Holt', 'Bea'] },
  ]);
  expect(questions('Said Bea to her old friend Bea Holt.', terms)).toEqual([]);
});

test('are chosen by the seed if there are more than wanted, a term once before it is asked for again', () => {
  const many = Array.from({ length: 9 }, (_, i) => `On day ${i} of that year he met Bea.`).join(' ');
  const mixed = `${many} In the end of it all came Cab.`;
  const of = (seed: number) =>
    questions(mixed, ['Bea', 'Cab'], 2, seed).map(({ references }) => references[0]);
  expect([1, 2, 3, 4].map(of)).toEqual(Array(4).fill(['Bea', 'Cab']));
  const drawn = [1, 2, 3, 4].map((seed) => prompts(mixed, ['Bea'], 1, seed).join());
  expect(new Set(drawn).size).toBeGreaterThan(1);
  expect(prompts(mixed, ['Bea'], 1, 3)).toEqual([drawn[2]]);
  expect(questions(mixed, ['Bea'], 0)).toEqual([]);
});

test('are not cut inside a word', () => {
  expect(questions('It was as hot as it had ever been.', ['ver'])).toEqual([]);
});

test('can be made from Chinese text', () => {
  expect(questions('女孩和她的父亲一起去了白塔。', ['白塔'])).toEqual([
    { prompt: '女孩和她的父亲一起去了', references: ['白塔'] },
  ]);
});

test('lead to a term as the text writes it, over wrapped lines', () => {
  const wrapped = 'On a cold day in the early spring of that year,\n  her brother met Zoe\u0308 O’Hara.';
  expect(questions(wrapped, ["Zoë O'Hara"])).toEqual([
    {
      prompt: 'On a cold day in the early spring of that year, her brother met',
      references: ["Zoë O'Hara"],
    },
  ]);
});

test('a long text in one sentence, full of names, is read in the time that its length takes', () => {
  const dictionary: Dictionary = [{ term: 'Mira', translations: ['Anna'] }];
  const text = `The lamp was lit by ${'Mira and '.repeat(20_000)} all.`;
  expect(clozeQuestions([text], dictionary, { most: 5, seed: 1 })).toEqual([
    { prompt: 'The lamp was lit by', references: ['Mira'] },
  ]);
});
