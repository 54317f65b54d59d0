import { expect, test } from 'vitest';
import { languageForm } from '../../review/exchange/forms';
import { languageTask, type LanguageItem } from '../../review/tasks/language';
import { memoryKeyValue } from '../../store/key-value';
import { reviewStore } from './review-store';
import { ReviewSession } from './session.svelte';

const COUNT = 5000;
const STEPS = 200;

const items = Array.from({ length: COUNT }, (_, i): LanguageItem => {
  const text = ` word${i}`;
  return {
    id: `${i}:7`,
    data: {
      prompt: 'The lamp was lit by',
      completion: text,
      tokenProbability: i / COUNT,
      blockId: String(i),
      position: 7,
      options: [{ text, probability: i / COUNT }],
    },
    suggestion: {
      answer: { verdict: 'correct', replacement: null },
      certainty: i / COUNT,
      by: 'equation 1',
    },
    golden: null,
  };
});

test('a queue of 5,000: 200 decisions are undone, redone, and restored after a reload', async () => {
  const store = reviewStore(memoryKeyValue());
  const session = new ReviewSession(languageTask, languageForm, store);
  await session.open('key', items);
  expect(session.current).toBe('0:7');
  for (let i = 0; i < STEPS; i++) {
    session.put({ verdict: i % 3 === 0 ? 'incorrect' : 'correct', replacement: null });
    session.show(session.nextOpen());
  }
  expect(session.progress).toEqual({ open: COUNT - STEPS, partial: 0, decided: STEPS });
  for (let i = 0; i < STEPS; i++) session.undo();
  expect(session.progress.decided).toBe(0);
  expect(session.current).toBe('0:7');
  for (let i = 0; i < STEPS; i++) session.redo();
  expect(session.progress.decided).toBe(STEPS);

  await expect.poll(() => session.saveState).toBe('saved');
  const later = new ReviewSession(languageTask, languageForm, store);
  await later.open('key', items);
  expect(later.progress.decided).toBe(STEPS);
  expect(later.current).toBe(`${STEPS}:7`);
  expect(later.review.decisions).toEqual(session.review.decisions);
});

test('items no longer in the queue come back with their decisions', async () => {
  const store = reviewStore(memoryKeyValue());
  const session = new ReviewSession(languageTask, languageForm, store);
  await session.open('key', items.slice(0, 2));
  session.replaceItems(items.slice(0, 4));
  session.show('3:7');
  session.accept();
  await expect.poll(() => session.saveState).toBe('saved');
  const later = new ReviewSession(languageTask, languageForm, store);
  await later.open('key', items.slice(0, 2));
  expect(later.stateOf('3:7')).toBe('decided');
  expect(later.order.map(({ id }) => id)).toEqual(['0:7', '1:7', '3:7']);
});

test('a queue that cannot be saved says so and continues to work', async () => {
  const full = { ...memoryKeyValue(), change: () => Promise.reject(new Error('full')) };
  const session = new ReviewSession(languageTask, languageForm, full);
  await session.open('key', items.slice(0, 3));
  session.accept();
  await expect.poll(() => session.saveState).toBe('failed');
  expect(session.progress.decided).toBe(1);
});
