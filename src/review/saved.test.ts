import { describe, expect, test } from 'vitest';
import { anchorForm, evaluationForm, languageForm } from './exchange/forms';
import type { Form } from './exchange/form';
import { sampleAnchors, sampleEvaluation, sampleLanguage } from './exchange/sample';
import { humanInput } from './human-input';
import { withGolden, withItems } from './items';
import { startReview, type Review } from './review';
import { restoreReview, saveReview } from './saved';

function survives<D, A>(form: Form<D, A>, review: Review<D, A>): void {
  const made = review.items.map((item) => ({ ...item, golden: null })).slice(1);
  const kept: unknown = structuredClone(saveReview(form, review, made));
  const back = restoreReview(form, startReview(made), kept);
  expect(back.decisions).toEqual(review.decisions);
  const byId = (of: Review<D, A>) => new Map(of.items.map((item) => [item.id, item.golden]));
  expect(byId(back)).toEqual(byId(review));
}

describe('a review that is kept', () => {
  test('comes back with decisions, items from outside and golden answers', () => {
    survives(anchorForm, sampleAnchors());
    survives(languageForm, sampleLanguage());
    survives(evaluationForm, sampleEvaluation());
  });

  test('leaves out what does not fit', () => {
    const review = sampleLanguage();
    const begun = startReview(review.items);
    for (const value of [undefined, null, 7, { version: 2 }, { version: 1, decisions: [{}], items: [] }]) {
      expect(restoreReview(languageForm, begun, value)).toBe(begun);
    }
    const kept = saveReview(languageForm, review, review.items);
    const [one, ...rest] = kept.decisions;
    const odd = { ...kept, decisions: [{ ...one, answer: { verdict: 'maybe' } }, ...rest] };
    expect(restoreReview(languageForm, begun, odd).decisions.size).toBe(review.decisions.size - 1);
  });
});

test('other items: what was decided stays, and what is golden', () => {
  const review = sampleLanguage();
  const fewer = withItems(review, []);
  expect(fewer.items.map(({ id }) => id)).toEqual(['q1', 'q3']);
  const answer = { verdict: 'unsure', replacement: null } as const;
  expect(withGolden(review, 'q2', answer).items[1]?.golden).toEqual(answer);
});

test('a run says what people decided', () => {
  const review = sampleLanguage();
  const { task } = languageForm;
  expect(humanInput(task, review, 'majority')).toMatchObject({
    task: 'language',
    decisions: 5,
    answered: 2,
    annotators: [
      { annotator: 'ann@example.org', decisions: 2 },
      { annotator: 'ben', decisions: 2 },
      { annotator: 'cy', decisions: 1 },
    ],
    agreement: { measure: 'nominal' },
  });
  expect(humanInput(task, startReview(review.items), 'majority')).toBeNull();
});
