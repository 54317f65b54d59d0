import { expect, test } from 'vitest';
import { sampleReport } from '../../evaluate/fixtures/report';
import { decide, startReview } from '../review';
import type { HumanGrade } from '../tasks/evaluation';
import { evaluationItems, gradedVariants, pairOf, questionOf } from './items';
import { gradesOfPeople, humanFamiliarity, peopleGrades } from './familiarity';

const items = evaluationItems(sampleReport, ['baseline', 'unlearned']);

test('both variants are asked about in a fixed random order, without a name in the id', () => {
  expect(gradedVariants(sampleReport)).toEqual(['baseline', 'unlearned']);
  expect(items.map(({ data }) => data.voice).sort()).toEqual(['baseline', 'baseline', 'unlearned']);
  expect(evaluationItems(sampleReport, ['baseline', 'unlearned'])).toEqual(items);
  for (const { id } of items) expect(id).toMatch(/^\d+-[12]$/);
  const [first, second] = items.filter((item) => questionOf(item) === '0');
  expect(first?.suggestion?.certainty).toBe(second?.suggestion?.certainty);
});

test('a variant that is not in the report is replaced by one that is', () => {
  expect(pairOf(sampleReport, ['baseline', 'unlearned'])).toEqual(['baseline', 'unlearned']);
  expect(pairOf(sampleReport, ['gold', 'baseline'])).toEqual(['baseline', 'baseline']);
  expect(pairOf(sampleReport, ['baseline', 'gold'])).toEqual(['baseline', 'unlearned']);
  const alone = evaluationItems(sampleReport, ['baseline', 'baseline']);
  expect(alone.map(({ id }) => id).sort()).toEqual(['0-1', '1-1']);
});

test('familiarity from human grades is given beside the one from the rules', () => {
  const grade = (item: string, given: HumanGrade) => ({
    ...{ item, annotator: 'ann', role: 'annotator' as const, answer: { grade: given } },
    ...{ reason: null, comment: '', leadTime: null, at: null },
  });
  const of = (variant: string, index: string): string =>
    items.find(({ id, data }) => data.voice === variant && id.startsWith(`${index}-`))?.id ?? '';
  const review = decide(startReview(items), [
    grade(of('baseline', '0'), 3),
    grade(of('baseline', '1'), 2),
    grade(of('unlearned', '0'), 0),
  ]);
  const rows = new Map(humanFamiliarity(review, 'majority').map((row) => [row.variant, row]));
  expect(rows.get('baseline')).toMatchObject({ graded: 2, of: 2, human: 3, automatic: 2.5, same: 0.5 });
  expect(rows.get('unlearned')).toMatchObject({
    graded: 1,
    of: 1,
    human: 0,
    automatic: 0,
    same: 1,
    alpha: 1,
  });
  expect(humanFamiliarity(startReview(items), 'majority')).toEqual([]);
  expect(peopleGrades(review, 'majority')).toEqual({ baseline: { 0: 3, 1: 2 }, unlearned: { 0: 0 } });
  expect(gradesOfPeople(review, 'majority').get('baseline/1')).toBe(2);
});
