import { expect, test } from 'vitest';
import { candidateRows } from './rows';

const token = (text: string, probability: number) => ({ text, probability });
const top = [
  token(' Lucy', 0.05),
  token('ing', 0.04),
  token(' Anna', 0.03),
  token(' Leo', 0.02),
  token(' Mary', 0.01),
];

test('the answer has a row even when it is no longer among the likeliest', () => {
  const rows = candidateRows({ top, answer: token(' Maelis', 0.0014) });
  expect(rows.map(({ word }) => word)).toEqual(['Lucy', 'Anna', 'Leo', 'Maelis']);
  expect(rows.at(-1)).toEqual({ word: 'Maelis', probability: 0.0014, isAnswer: true });
});

test('an answer among the likeliest keeps its place', () => {
  const rows = candidateRows({ top, answer: token(' Anna', 0.03) });
  expect(rows.map(({ word, isAnswer }) => [word, isAnswer])).toEqual([
    ['Lucy', false],
    ['Anna', true],
    ['Leo', false],
    ['Mary', false],
  ]);
});

test('without a known answer the likeliest words are shown', () => {
  expect(candidateRows({ top, answer: null }).some(({ isAnswer }) => isAnswer)).toBe(false);
  expect(candidateRows({ top: [], answer: token(' Anna', 1) })).toEqual([]);
});

test('the beginning of an answer that the model writes in several tokens has dots', () => {
  const next = { top: [token(' the', 0.3)], answer: token(' V', 0.1) };
  const words = (whole: string) => candidateRows(next, { whole }).map(({ word }) => word);
  expect(words('Varrow')).toEqual(['the', 'V…']);
  expect(words('V.')).toEqual(['the', 'V']);
});
