import { expect, test } from 'vitest';
import type { Candidate } from '../../../../unlearn/record';
import { barRows, extent, type Supervised } from './bars';

const of = (...logits: [id: number, logit: number][]): Candidate[] =>
  logits.map(([id, logit]) => ({ id, logit, probability: 0 }));

const token: Supervised = {
  kind: 'supervised',
  id: 1,
  anchor: null,
  from: 3,
  label: 7,
  baseline: of([5, 4], [7, 3], [9, 1]),
  reinforced: of([5, 6], [7, 2]),
  generic: of([7, 3], [5, -6]),
  forbidden: [9],
  segments: [{ from: 0, id: 5 }],
  human: null,
};

test('equation 1 subtracts α times what the reinforced model added, and nothing where it added nothing', () => {
  const [first, second, third] = barRows(token, 5, 7);
  expect(first).toMatchObject({ id: 5, relu: 2, generic: -6 });
  expect(second).toMatchObject({ id: 7, relu: 0, generic: 3 });
  expect(third).toMatchObject({ id: 9, reinforced: null, generic: null, isForbidden: true });
});

test('a label outside of both top lists has a row of its own', () => {
  expect(barRows(token, 5, 42).at(-1)).toMatchObject({ id: 42, baseline: null, generic: null });
});

test('the axis holds every bar and zero', () => {
  expect(extent(barRows(token, 5, 7))).toEqual([-6, 6]);
  expect(extent([])).toEqual([0, 0]);
});
