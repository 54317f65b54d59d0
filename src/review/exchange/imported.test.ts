/** Merging an import into a review. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide, decisionOf, startReview, undo, type Decision } from '../review';
import { evaluationBallots } from './crowd-kit/ballots';
import { readCrowdKit } from './crowd-kit/read';
import { mergeImported } from './imported';
import type { RejectedAnswer } from './rejected';
import { sampleEvaluation } from './sample';

const reasons = (rejected: readonly RejectedAnswer[]): string[] =>
  rejected.map(({ where, reason }) => `${where}: ${reason}`);

describe('merging', () => {
  const review = sampleEvaluation();
  const grade = (item: string, annotator: string, value: 0 | 3): Decision<{ grade: 0 | 3 }> => ({
    item,
    annotator,
    role: 'annotator',
    answer: { grade: value },
    reason: null,
    comment: '',
    leadTime: null,
    at: null,
  });

  test('existing decisions are kept, and new ones are a single undo step', () => {
    const decisions = [grade('e1', 'ann@example.org', 0), grade('e1', 'dee', 3), grade('e2', 'dee', 0)];
    const { review: merged, added, rejected } = mergeImported(review, { items: [], decisions, rejected: [] });
    expect(decisionOf(merged, 'e1', 'ann@example.org')?.answer.grade).toBe(3);
    expect(decisionOf(merged, 'e1', 'dee')?.answer.grade).toBe(3);
    expect(added).toEqual({ items: 0, decisions: 2, golden: 0 });
    expect(reasons(rejected)).toEqual(['item e1, ann@example.org: already-decided']);
    expect(undo(merged).decisions).toEqual(review.decisions);
  });

  test('new items come last; golden answers are added, but never replaced', () => {
    const [first, , third] = review.items;
    if (!first || !third) throw new Error('expected three items');
    const items = [
      { ...first, golden: { grade: 3 as const } },
      { ...third, golden: { grade: 0 as const } },
      { ...first, id: 'fresh' },
    ];
    const { review: merged, rejected } = mergeImported(review, {
      items,
      decisions: [grade('fresh', 'dee', 0)],
      rejected: [],
    });
    expect(merged.items.map(({ id, golden }) => [id, golden?.grade])).toEqual([
      ['e1', 3],
      ['e2', undefined],
      ['e3', 2],
      ['fresh', undefined],
    ]);
    expect(reasons(rejected)).toEqual(['item e3: other-golden']);
    expect(decisionOf(merged, 'fresh', 'dee')?.answer.grade).toBe(0);
  });

  test('an import with arbitrary texts never throws on its items, and loses nothing', () => {
    const before = decide(startReview(review.items), [grade('e1', 'ann', 3)]);
    const row = fc.tuple(
      fc.constantFrom('e1', 'e2', 'zz', ''),
      fc.constantFrom('ann', 'ben', ''),
      fc.constantFrom('0', '3', '9', ''),
    );
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const csv = ['task,worker,label', ...rows.map((cells) => cells.join(','))].join('\n');
        const merged = mergeImported(before, readCrowdKit(evaluationBallots, before.items, csv));
        expect(decisionOf(merged.review, 'e1', 'ann')?.answer.grade).toBe(3);
        expect(merged.review.items).toEqual(before.items);
      }),
    );
  });
});
