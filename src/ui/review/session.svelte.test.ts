import { expect, test } from 'vitest';
import { languageForm } from '../../review/exchange/forms';
import { acceptOver } from '../../review/queue';
import { languageTask, type LanguageItem } from '../../review/tasks/language';
import { memoryKeyValue, type KeyValue } from '../../store/key-value';
import { reviewStore } from './review-store';
import { ReviewSession } from './session.svelte';

const COUNT = 5000;
const STEPS = 200;

const manyItems = (count: number): LanguageItem[] =>
  Array.from({ length: count }, (_, i): LanguageItem => {
    const text = ` word${i}`;
    return {
      id: `${i}:7`,
      data: {
        prompt: 'The lamp was lit by',
        completion: text,
        tokenProbability: i / count,
        blockId: String(i),
        position: 7,
        options: [{ text, probability: i / count }],
      },
      suggestion: {
        answer: { verdict: 'correct', replacement: null },
        certainty: i / count,
        by: 'equation 1',
      },
      golden: null,
    };
  });

const items = manyItems(COUNT);

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
  await session.open('key', items.slice(0, 4));
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

test('in a queue of 10,000, nearly all decided, a decision reads a few items and saves a few decisions', async () => {
  const many = manyItems(10_000);
  const kept = memoryKeyValue();
  const written: unknown[] = [];
  const store: KeyValue = {
    ...kept,
    change: (change) => {
      written.push(change.put);
      return kept.change(change);
    },
  };
  let asked = 0;
  const task: typeof languageTask = {
    ...languageTask,
    isComplete(answer) {
      asked += 1;
      return languageTask.isComplete(answer);
    },
  };
  const session = new ReviewSession(task, languageForm, store);
  const isSaved = () => expect.poll(() => session.saveState, { timeout: 30_000 }).toBe('saved');
  await session.open('key', many);
  session.take(acceptOver(task, session.review, 100 / 10_000, { annotator: 'me', at: null }));
  await isSaved();
  expect([session.current, session.progress.decided]).toEqual(['0:7', 9_900]);

  asked = 0;
  for (let i = 0; i < 50; i++) {
    session.accept();
    session.show(session.nextOpen());
  }
  expect([session.current, session.progress.decided]).toEqual(['50:7', 9_950]);
  expect(asked).toBeLessThan(50 * 5);
  await isSaved();

  written.length = 0;
  session.accept();
  await isSaved();
  expect(written).toHaveLength(1);
  expect(JSON.stringify(written).length).toBeLessThan(64 * 300);

  const later = new ReviewSession(languageTask, languageForm, store);
  await later.open('key', many);
  expect(later.progress.decided).toBe(9_951);
  expect([...later.review.decisions]).toEqual([...session.review.decisions]);
});

test('decisions made while the queue is being opened are kept', async () => {
  const store = reviewStore(memoryKeyValue());
  const first = new ReviewSession(languageTask, languageForm, store);
  await first.open('key', items.slice(0, 3));
  first.show('0:7');
  first.accept();
  await expect.poll(() => first.saveState).toBe('saved');
  const session = new ReviewSession(languageTask, languageForm, store);
  const opened = session.open('key', items.slice(0, 3));
  session.show('1:7');
  session.accept();
  await opened;
  await expect.poll(() => session.saveState).toBe('saved');
  const later = new ReviewSession(languageTask, languageForm, store);
  await later.open('key', items.slice(0, 3));
  expect(['0:7', '1:7', '2:7'].map((id) => later.stateOf(id))).toEqual(['decided', 'decided', 'open']);
});

test('the same queue opened again keeps its decisions and their undo, and gets the new items', async () => {
  const store = reviewStore(memoryKeyValue());
  const session = new ReviewSession(languageTask, languageForm, store);
  await session.open('key', items.slice(0, 3));
  session.accept();
  await session.open('key', items.slice(0, 5)); // as when a report gets its human grades
  expect(session.progress).toEqual({ open: 4, partial: 0, decided: 1 });
  session.undo();
  expect(session.progress.decided).toBe(0);
});

test('items that are made anew while the queue is being opened are in it afterwards', async () => {
  const store = reviewStore(memoryKeyValue());
  const session = new ReviewSession(languageTask, languageForm, store);
  const opened = session.open('key', items.slice(0, 2));
  void session.open('key', items.slice(1, 4)); // another threshold
  await opened;
  expect(session.order.map(({ id }) => id)).toEqual(['1:7', '2:7', '3:7']);
  expect(session.current).toBe('1:7');
});

test('many visits leave few parts in the store', async () => {
  const kept = memoryKeyValue();
  const store = reviewStore(kept);
  for (let i = 0; i < 40; i++) {
    const session = new ReviewSession(languageTask, languageForm, store);
    await session.open('key', items.slice(0, 50));
    session.accept();
    await expect.poll(() => session.saveState, { interval: 2 }).toBe('saved');
  }
  const last = new ReviewSession(languageTask, languageForm, store);
  await last.open('key', items.slice(0, 50));
  expect(last.progress.decided).toBe(40);
  expect((await kept.keys('review/key')).length).toBeLessThan(20);
});
