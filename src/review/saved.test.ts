import { describe, expect, test } from 'vitest';
import { sampleReport } from '../evaluate/fixtures/report';
import { parseReport, writeReport } from '../evaluate/report-file';
import { anchorForm, evaluationForm, languageForm } from './exchange/forms';
import type { Form } from './exchange/form';
import { sampleAnchors, sampleEvaluation, sampleLanguage } from './exchange/sample';
import { Decisions } from './decisions';
import { humanInput, withHumanInput } from './human-input';
import { withGolden, withItems } from './items';
import { startReview, type Review } from './review';
import { itemsToKeep, restoreReview, saveDecisions, saveItems } from './saved';

const idsOf = (items: readonly { readonly id: string }[]) => new Set(items.map(({ id }) => id));

function survives<D, A>(form: Form<D, A>, review: Review<D, A>): void {
  const made = review.items.map((item) => ({ ...item, golden: null })).slice(1);
  const items = itemsToKeep(review, { first: idsOf(made), now: idsOf(made) });
  const kept = structuredClone({ items: saveItems(form, items), decisions: saveDecisions(review) });
  const back = restoreReview(form, startReview(made), { ...kept, changes: [] });
  expect(back.decisions).toEqual(review.decisions);
  const byId = (of: Review<D, A>) => new Map(of.items.map((item) => [item.id, item.golden]));
  expect(byId(back)).toEqual(byId(review));
}

describe('a saved review', () => {
  test('is restored with decisions, imported items and golden answers', () => {
    survives(anchorForm, sampleAnchors());
    survives(languageForm, sampleLanguage());
    survives(evaluationForm, sampleEvaluation());
  });

  test('contains what the next visit would not recreate: imported items and decisions', () => {
    const review = sampleLanguage();
    const plain = { ...review, items: review.items.map((item) => ({ ...item, golden: null })) };
    const now = idsOf(review.items);
    const kept = (first: readonly string[], asked = now) =>
      itemsToKeep(plain, { first: new Set(first), now: asked }).map(({ id }) => id);
    expect(kept(['q1', 'q2', 'q3'])).toEqual([]);
    expect(kept(['q2'])).toEqual(['q1', 'q3']);
    expect(kept(['q1', 'q3'])).toEqual([]);
    expect(kept(['q1', 'q3'], new Set(['q1', 'q3']))).toEqual(['q2']);
  });

  test('leaves out what does not fit', () => {
    const review = sampleLanguage();
    const begun = startReview(review.items);
    for (const value of [undefined, null, 7, { version: 2 }, { version: 1, decisions: [{}] }]) {
      expect(restoreReview(languageForm, begun, { decisions: value, changes: [value], items: value })).toBe(
        begun,
      );
    }
    const { version, decisions } = saveDecisions(review);
    const [one, ...rest] = decisions;
    const odd = { version, decisions: [{ ...one, answer: { verdict: 'maybe' } }, ...rest] };
    const back = restoreReview(languageForm, begun, { decisions: odd, changes: [], items: undefined });
    expect(back.decisions.size).toBe(review.decisions.size - 1);
  });

  test('of version 0.2 is restored with every decision', () => {
    const saved = {
      version: 1,
      decisions: [
        {
          item: 'q1',
          annotator: 'Ann',
          role: 'annotator',
          answer: { verdict: 'correct', replacement: null },
          reason: null,
          comment: '',
          leadTime: null,
          at: '2026-11-28T09:00:00.000Z',
        },
      ],
    };
    const begun = startReview(sampleLanguage().items);
    const back = restoreReview(languageForm, begun, { decisions: saved, changes: [], items: undefined });
    expect(back.decisions.size).toBe(1);
  });

  test('leaves out spans outside their text', () => {
    const review = sampleAnchors();
    const { decisions } = saveDecisions(review);
    const far = (text: string) => ({
      start: 0,
      end: text.length + 1,
      kind: 'other',
      translations: [],
      status: 'added',
    });
    const odd = decisions.map((one) => {
      const text = review.items.find(({ id }) => id === one.item)?.data.text ?? '';
      return { ...one, answer: { spans: [far(text)], isComplete: true } };
    });
    const kept = {
      decisions: { version: 1, decisions: [...decisions.slice(1), ...odd.slice(0, 1)] },
      changes: [],
    };
    const back = restoreReview(anchorForm, startReview(review.items), { ...kept, items: undefined });
    expect(back.decisions.size).toBe(review.decisions.size - 1);
  });
});

test('changing the items keeps decided and golden ones', () => {
  const review = sampleLanguage();
  const fewer = withItems(review, []);
  expect(fewer.items.map(({ id }) => id)).toEqual(['q1', 'q3']);
  const answer = { verdict: 'unsure', replacement: null } as const;
  expect(withGolden(review, 'q2', answer).items[1]?.golden).toEqual(answer);
});

test('a run summarises human decisions', () => {
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

test('a report’s file contains the latest summary of each task', () => {
  const { task } = languageForm;
  const all = humanInput(task, sampleLanguage(), 'majority');
  const [one] = sampleLanguage().decisions;
  const first = one && humanInput(task, { ...sampleLanguage(), decisions: Decisions.of([one]) }, 'majority');
  if (!all || !first) throw new Error('expected decisions');
  const report = withHumanInput(withHumanInput(sampleReport, first), all);
  expect(parseReport(writeReport(report)).human).toEqual([all]);
});
