import { expect, test } from 'vitest';
import { combineRows } from './combine-rows';

const rows = {
  baseline: Float32Array.of(5, 4, 2, 1),
  reinforced: Float32Array.of(8, 4.5, 1, 1),
};
const raw = { space: 'raw', forbidden: [] } as const;

test('subtracts α times what the reinforced model added, and nothing where it added nothing', () => {
  expect([...combineRows(rows, raw, 2)]).toEqual([-1, 3, 2, 1]);
  expect([...combineRows(rows, raw, 0)]).toEqual([...rows.baseline]);
});

test('a forbidden token has the mean of the baseline’s row', () => {
  expect([...combineRows(rows, { ...raw, forbidden: [1] }, 0)]).toEqual([5, 3, 2, 1]);
  expect([...rows.baseline]).toEqual([5, 4, 2, 1]);
});

test('log-probabilities do not depend on a constant that is added to a row', () => {
  const shifted = { ...rows, reinforced: rows.reinforced.map((logit) => logit + 7) };
  const logprob = { space: 'logprob', forbidden: [] } as const;
  const [one, other] = [combineRows(rows, logprob, 3), combineRows(shifted, logprob, 3)];
  one.forEach((logit, id) => expect(other[id]).toBeCloseTo(logit, 4));
});
