import { expect, test } from 'vitest';
import { agreements, familiarityBy, type GradedCompletion } from './compared';

const items: GradedCompletion[] = [
  { id: 'a', variant: 'baseline', grades: { rules: 3, model: 3, people: 3 } },
  { id: 'b', variant: 'baseline', grades: { rules: 2, model: 3 } },
  { id: 'c', variant: 'unlearned', grades: { rules: 0, model: 0, people: 1 } },
  { id: 'd', variant: 'unlearned', grades: { rules: 0 } },
];

test('each two graders are compared on what both graded', () => {
  const [first, second, third, ...others] = agreements(items);
  expect(others).toEqual([]);
  expect(first).toMatchObject({ rows: 'rules', columns: 'model', both: 3, same: 2 / 3 });
  expect(first?.table).toEqual([[1, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 1], [0, 0, 0, 1]]); // prettier-ignore
  // By hand: of six votes, observed 2 · δ(2, 3) / 6 with δ(2, 3) = 2²; expected 2 · (2 · 1.5² + 6 · 3.5² + 3 · 2²) / 30.
  expect(first?.alpha).toBeCloseTo(1 - 8 / 6 / 6, 12);
  expect([second?.columns, second?.both, third?.rows, third?.both]).toEqual(['people', 2, 'people', 2]);
  expect(agreements([{ id: 'a', variant: 'gold', grades: { rules: 1 } }])).toEqual([]);
});

test('familiarity is given by each grader on what it graded', () => {
  expect(familiarityBy(items)).toEqual([
    { variant: 'baseline', grader: 'rules', graded: 2, score: 3 },
    { variant: 'baseline', grader: 'model', graded: 2, score: 5 },
    { variant: 'baseline', grader: 'people', graded: 1, score: 5 },
    { variant: 'unlearned', grader: 'rules', graded: 2, score: 0 },
    { variant: 'unlearned', grader: 'model', graded: 1, score: 0 },
    { variant: 'unlearned', grader: 'people', graded: 1, score: 0 },
  ]);
});
