import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summarizeApplied } from './applied';
import { conflictsOf } from './conflicts';
import { acceptOver, leastCertainFirst, stateOf } from './queue';
import { resolve } from './resolve';
import { decide, decisionOf, redo, startReview, undo, withdraw, type Decision, type Review } from './review';
import {
  evaluationTask,
  type EvaluationAnswer,
  type EvaluationData,
  type EvaluationItem,
  type HumanGrade,
} from './tasks/evaluation';
import { languageTask, type LanguageItem } from './tasks/language';

type Grades = Review<EvaluationData, EvaluationAnswer>;

function item(id: string, certainty: number | null = 0.5, golden: HumanGrade | null = null): EvaluationItem {
  return {
    id,
    data: { prompt: 'The lamp was lit by', completion: 'Maelis', references: ['Maelis'], voice: null },
    suggestion: certainty === null ? null : { answer: { grade: 1 }, certainty, by: 'automatic' },
    golden: golden === null ? null : { grade: golden },
  };
}

function graded(
  id: string,
  annotator: string,
  grade: HumanGrade,
  role: Decision<unknown>['role'] = 'annotator',
) {
  return {
    item: id,
    annotator,
    role,
    answer: { grade },
    reason: null,
    comment: '',
    leadTime: null,
    at: null,
  } as const;
}

const items = ['a', 'b', 'c', 'd'].map((id) => item(id));
const begun: Grades = startReview(items);

describe('deciding', () => {
  test('keeps the suggestion separate, and one decision per item and annotator', () => {
    const review = decide(decide(begun, [graded('a', 'ann', 3)]), [
      graded('a', 'ann', 2),
      graded('a', 'ben', 0),
    ]);
    expect(review.decisions.size).toBe(2);
    expect(decisionOf(review, 'a', 'ann')?.answer.grade).toBe(2);
    expect(review.items[0]?.suggestion?.answer.grade).toBe(1);
    expect(begun.decisions.size).toBe(0);
  });

  test('an unknown item is refused and nothing changes', () => {
    expect(() => decide(begun, [graded('z', 'ann', 3)])).toThrow('Unknown item "z"');
  });

  test('repeating a decision is not a step', () => {
    const once = decide(begun, [graded('a', 'ann', 3)]);
    expect(decide(once, [graded('a', 'ann', 3)])).toBe(once);
  });

  test('a decision can be withdrawn, and that undone', () => {
    const once = decide(begun, [graded('a', 'ann', 3)]);
    const gone = withdraw(once, graded('a', 'ann', 3));
    expect(gone.decisions.size).toBe(0);
    expect(undo(gone).decisions).toEqual(once.decisions);
  });
});

describe('undo', () => {
  test('undoes and redoes 250 decisions, and a new decision clears redo', () => {
    const many = Array.from({ length: 250 }, (_, i) => item(`i${i}`));
    const states = [startReview(many)];
    for (const { id } of many)
      states.push(decide(states.at(-1) ?? states[0] ?? startReview(many), [graded(id, 'ann', 2)]));
    let review = states.at(-1) ?? startReview(many);
    for (const earlier of states.toReversed().slice(1)) {
      review = undo(review);
      expect(review.decisions).toEqual(earlier.decisions);
    }
    expect(undo(review)).toBe(review);
    for (const later of states.slice(1)) {
      review = redo(review);
      expect(review.decisions).toEqual(later.decisions);
    }
    expect(redo(review)).toBe(review);
    const branched = decide(undo(review), [graded('i0', 'ann', 0)]);
    expect(redo(branched)).toBe(branched);
  });

  test('undoes any sequence of steps', () => {
    const one = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      who: fc.constantFrom('ann', 'ben'),
      grade: fc.constantFrom<HumanGrade>(0, 1, 2, 3),
    });
    fc.assert(
      fc.property(fc.array(fc.array(one, { maxLength: 4 }), { maxLength: 20 }), (steps) => {
        const end = steps.reduce((now, step) => decide(now, step.map(({ id, who, grade }) => graded(id, who, grade))), begun); // prettier-ignore
        const back = end.done.reduce((now) => undo(now), end);
        expect(back.decisions).toEqual(begun.decisions);
        expect(back.undone.reduce((now) => redo(now), back).decisions).toEqual(end.decisions);
      }),
    );
  });
});

describe('the queue', () => {
  const review = startReview([
    item('sure', 0.9),
    item('none', null),
    item('unsure', 0.2),
    item('golden', 0.95, 3),
  ]);

  test('is least certain first', () => {
    expect(leastCertainFirst(review.items).map(({ id }) => id)).toEqual(['none', 'unsure', 'sure', 'golden']);
  });

  test('an item is decided for the annotator who decided it', () => {
    const decided = decide(review, [graded('sure', 'ann', 1)]);
    const of = (item: string, annotator: string) =>
      stateOf(evaluationTask, decided, { item, annotator, role: 'annotator' });
    expect([of('sure', 'ann'), of('sure', 'ben'), of('unsure', 'ann')]).toEqual(['decided', 'open', 'open']);
  });

  test('accepts in bulk from a threshold, in one step, but no decided, golden or unsuggested items', () => {
    const before = decide(review, [graded('unsure', 'ann', 3)]);
    const accepted = acceptOver(evaluationTask, before, 0.2, { annotator: 'ann', at: null });
    expect(accepted.map(({ item: id, answer }) => [id, answer.grade])).toEqual([['sure', 1]]);
    expect(undo(decide(before, accepted)).decisions).toEqual(before.decisions);
  });
});

describe('a crowd', () => {
  const disagreed = decide(begun, [
    ...[graded('a', 'ann', 3), graded('a', 'ben', 3), graded('a', 'cy', 0)],
    ...[graded('b', 'ann', 1), graded('b', 'ben', 1)],
    graded('c', 'ann', 2),
  ]);

  test('its conflicts wait for an adjudicator, whose decision is final', () => {
    expect(conflictsOf(evaluationTask, disagreed).map((conflict) => conflict.item.id)).toEqual(['a']);
    expect(resolve(evaluationTask, disagreed, 'majority').get('a')).toEqual({
      answer: { grade: 3 },
      origin: 'aggregated',
    });
    const final = decide(disagreed, [graded('a', 'eve', 2, 'adjudicator')]);
    expect(conflictsOf(evaluationTask, final)).toEqual([]);
    expect(resolve(evaluationTask, final, 'majority').get('a')).toEqual({
      answer: { grade: 2 },
      origin: 'adjudicated',
    });
    expect(undo(final).decisions).toEqual(disagreed.decisions);
  });

  test('the summary of a run: how many decisions, by whom, and their agreement', () => {
    const final = decide(disagreed, [graded('b', 'eve', 2, 'adjudicator')]);
    expect(summarizeApplied(evaluationTask, final, 'majority')).toMatchObject({
      kind: 'evaluation',
      decisions: 6,
      items: { resolved: 3, total: 4 },
      origins: { golden: 0, adjudicated: 1, single: 1, aggregated: 1 },
      changed: 3,
      annotators: [
        { annotator: 'ann', decisions: 3 },
        { annotator: 'ben', decisions: 2 },
        { annotator: 'cy', decisions: 1 },
      ],
      agreement: { measure: 'ordinal', reliability: 'unreliable' },
    });
    expect(summarizeApplied(evaluationTask, begun, 'majority').agreement).toBeNull();
  });

  test('golden items resolve to the known answer', () => {
    const review = decide(startReview([item('g', 0.5, 3)]), [graded('g', 'ann', 0), graded('g', 'ben', 0)]);
    expect(resolve(evaluationTask, review, 'dawid-skene').get('g')).toEqual({
      answer: { grade: 3 },
      origin: 'golden',
    });
  });

  test('the winning verdict brings its most frequent replacement', () => {
    const question: LanguageItem = {
      id: 'q',
      data: {
        prompt: 'He lit the',
        completion: ' lamp',
        tokenProbability: 0.2,
        blockId: '3',
        position: 7,
        options: [],
      },
      suggestion: null,
      golden: null,
    };
    const says = (annotator: string, verdict: 'correct' | 'incorrect', replacement: string | null) => ({
      ...graded('q', annotator, 0),
      answer: { verdict, replacement },
    });
    const review = decide(startReview([question]), [
      ...[
        says('a', 'incorrect', ' fire'),
        says('b', 'incorrect', ' candle'),
        says('c', 'incorrect', ' candle'),
      ],
      says('d', 'correct', null),
    ]);
    expect(resolve(languageTask, review, 'majority').get('q')?.answer).toEqual({
      verdict: 'incorrect',
      replacement: ' candle',
    });
  });
});

test('150,000 decisions are one step', () => {
  const many = Array.from({ length: 150_000 }, (_, i) => item(`i${i}`));
  const all = decide(
    startReview(many),
    many.map(({ id }) => graded(id, 'ann', 2)),
  );
  expect(all.decisions.size).toBe(150_000);
  expect(undo(all).decisions.size).toBe(0);
});
