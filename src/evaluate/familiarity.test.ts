import { expect, test } from 'vitest';
import { prng } from '../base/prng';
import { familiarityBySubtlety, familiarityInterval, familiarityScore } from './familiarity';
import cases from './fixtures/familiarity.json';
import { near } from './fixtures/near';
import type { FamiliarityGrade } from './grade';

const grades: readonly FamiliarityGrade[] = [0, 1, 2, 3];
const itemsOf = (given: (typeof cases)[number]['given']) =>
  given.map(({ grade, subtlety }) => ({ grade: grades[grade] ?? 0, subtlety }));

test.each(cases)('of $given.length grades', ({ given, want }) => {
  const items = itemsOf(given);
  const score = familiarityScore(items.map(({ grade }) => grade));
  expect(score === null).toBe(want.score === null);
  expect(score ?? 0).toBeCloseTo(want.score ?? 0, 9);
  const rows = familiarityBySubtlety(items).map((row) => [row.subtlety, row.n, row.score]);
  expect(rows.flat()).toEqual(want.rows.flat().map((figure) => near(figure)));
});

test('the interval is that of the same metric', () => {
  expect(familiarityInterval([3, 3, 3], prng(1))).toEqual({ low: 5, high: 5 });
  expect(familiarityInterval([], prng(1))).toBeNull();
});
