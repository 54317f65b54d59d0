import { expect, test } from 'vitest';
import { answerAt, largestAlpha } from './answer-at';

const token = (text: string) => [{ text, probability: 1, top: [] }];
const answer = {
  tokens: { baseline: [], reinforced: [], equation1: token('own'), unlearned: [], gold: [] },
  byAlpha: [0, 1, 2, 3].map((alpha) => ({ alpha, tokens: token(`at ${alpha}`) })),
};
const textAt = (used: number, alpha: number) => answerAt(answer, used, alpha)?.tokens[0]?.text;

test('the nearest recorded α answers, and the smaller of two', () => {
  expect([0, 0.4, 0.6, 1.5].map((alpha) => textAt(3, alpha))).toEqual(['at 0', 'at 0', 'at 1', 'at 1']);
});

test('the α of the settings answers with its alternatives, also where it lies between the others', () => {
  expect(textAt(3, 2.9)).toBe('own');
  expect([2.2, 2.5, 2.8].map((alpha) => textAt(2.5, alpha))).toEqual(['at 2', 'own', 'at 3']);
});

test('beyond the largest α nothing is recorded', () => {
  expect(largestAlpha(answer, 2.5)).toBe(3);
  expect(answerAt(answer, 2.5, 3.1)).toBeNull();
  expect(textAt(8, 7)).toBe('own');
});
