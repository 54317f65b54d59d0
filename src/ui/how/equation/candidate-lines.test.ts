import { expect, test } from 'vitest';
import { alphaEnvelope } from '../../../unlearn/alpha-envelope';
import type { Candidate } from '../../../unlearn/record';
import { candidateLines, scoreAt } from './candidate-lines';

const top = (row: readonly number[], k: number): Candidate[] =>
  row
    .map((logit, id) => ({ id, logit, probability: 0 }))
    .sort((a, b) => b.logit - a.logit)
    .slice(0, k);

/** What the record holds of two rows of logits: the `k` strongest of each. */
const held = (baseline: readonly number[], reinforced: readonly number[], k: number) => ({
  baseline: top(baseline, k),
  reinforced: top(reinforced, k),
  segments: alphaEnvelope(Float32Array.from(baseline), Float32Array.from(reinforced)),
});

test('a line falls by α times the rise, and not at all where there is none', () => {
  const [first, second] = candidateLines(held([4, 3], [6, 2], 2), 8, 5);
  expect(first).toEqual({ id: 0, baseline: 4, reinforced: 6, rise: 2 });
  expect(second).toEqual({ id: 1, baseline: 3, reinforced: 2, rise: 0 });
  expect(first && scoreAt(first, 3)).toBe(-2);
});

test('the label of every α has its line, also where r is not among the strongest', () => {
  // Token 2 takes over at α = 1; its r, 2.5, is below the two strongest.
  const [baseline, reinforced] = [
    [4, 3, 2],
    [7, 6, 2.5],
  ];
  const token = { ...held(baseline, reinforced, 2), baseline: top(baseline, 3) };
  expect(token.segments.map(({ id }) => id)).toEqual([0, 2]);
  const line = candidateLines(token, 8, 5).find(({ id }) => id === 2);
  expect(line?.rise).toBeCloseTo(0.5, 6);
});

test('an r below all that are held is no rise over a baseline above them, and else is left out', () => {
  const token = held([4, 3, -1], [5, 0, 2], 2); // holds r of 0 and 2
  expect(candidateLines({ ...token, baseline: top([4, 3, -1], 3) }, 8, 5)).toEqual([
    { id: 0, baseline: 4, reinforced: 5, rise: 1 },
    { id: 1, baseline: 3, reinforced: null, rise: 0 },
    { id: 2, baseline: -1, reinforced: 2, rise: 3 },
  ]);
  const unknown = { baseline: top([4, 1], 2), reinforced: top([5], 1), segments: [{ from: 0, id: 0 }] };
  expect(candidateLines(unknown, 8, 5).map(({ id }) => id)).toEqual([0]);
});

test('the labels come first when there is room for few', () => {
  const token = held([5, 4.9, 4.8, 1], [9, 9, 9, 0], 4);
  expect(candidateLines(token, 8, 2).map(({ id }) => id)).toEqual([0, 3]);
});
