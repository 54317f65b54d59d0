/** What a queue says of its decisions is true: saved once they are, and none is lost when the page is closed. */
import { expect, test } from 'vitest';
import { languageForm } from '../../review/exchange/forms';
import { decide, startReview, type Decision, type Review } from '../../review/review';
import type { LanguageAnswer, LanguageData, LanguageItem } from '../../review/tasks/language';
import { memoryKeyValue, type KeyValue } from '../../store/key-value';
import { writeWaiting, type SaveState } from '../browser/autosave';
import { ReviewKeeper } from './review-keeper';

type LanguageReview = Review<LanguageData, LanguageAnswer>;

const data = { prompt: 'The lamp', completion: ' is', tokenProbability: 1, blockId: '0', position: 0, options: [] }; // prettier-ignore
const items = Array.from({ length: 200 }, (_, i): LanguageItem => ({ id: `${i}`, data, suggestion: null, golden: null })); // prettier-ignore

const yes = (item: string, comment = ''): Decision<LanguageAnswer> => ({
  item,
  annotator: 'me',
  role: 'annotator',
  answer: { verdict: 'correct', replacement: null },
  reason: null,
  comment,
  leadTime: null,
  at: null,
});

/** A keeper of a store, which is still being opened, and how to decide. */
function opened(store: KeyValue) {
  let review: LanguageReview = startReview(items);
  let state: SaveState = 'saved';
  const keeper = new ReviewKeeper(languageForm, store, { key: 'key', review }, (next) => (state = next));
  const restoring = keeper.restored().then((restored) => (review = restored));
  const put = (...decisions: readonly Decision<LanguageAnswer>[]): void => {
    review = decide(review, decisions);
    keeper.keep(review, review.done.at(-1) ?? []);
  };
  return { put, restoring, state: () => state };
}

/** The comments of the decisions that the next visit finds, by item. */
async function found(store: KeyValue): Promise<Record<string, string>> {
  const restored = await opened(store).restoring;
  return Object.fromEntries(Array.from(restored.decisions, ({ item, comment }) => [item, comment]));
}

/** A store whose writes are asked for at once and end, or fail, when told. */
function slow() {
  const kept = memoryKeyValue();
  const ends: ((isSaved: boolean) => void)[] = [];
  const change: KeyValue['change'] = (next) => {
    const isSaved = new Promise<boolean>((resolve) => ends.push(resolve));
    return isSaved.then((is) => (is ? kept.change(next) : Promise.reject(new Error('full'))));
  };
  return { kept, store: { ...kept, change }, ends };
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('a decision counts as saved only once it is', async () => {
  const { store, ends } = slow();
  const { put, restoring, state } = opened(store);
  put(yes('1')); // while the queue is being opened
  expect(state()).toBe('saving');
  await restoring;
  await expect.poll(() => ends).toHaveLength(1);
  expect(state()).toBe('saving');
  ends[0]?.(true);
  await expect.poll(state).toBe('saved');
});

test('when the page is closed, decisions that wait for an earlier write are written', async () => {
  const { kept, store, ends } = slow();
  const { put, restoring } = opened(store);
  await restoring;
  put(yes('1'));
  for (let i = 2; i < 70; i++) put(yes(String(i))); // more than a part has
  put(yes('1', 'twice'));
  writeWaiting();
  expect(ends).toHaveLength(2);
  for (const end of ends) end(true);
  await turn();
  const decisions = await found(kept);
  expect(Object.keys(decisions)).toHaveLength(69);
  expect(decisions['1']).toBe('twice');
});

test('a write that fails beside a newer one brings nothing older back', async () => {
  const { kept, store, ends } = slow();
  const { put, restoring, state } = opened(store);
  await restoring;
  put(yes('1', 'older'), yes('2'));
  put(yes('1', 'newer'));
  writeWaiting();
  ends[0]?.(false);
  ends[1]?.(true);
  await turn();
  put(yes('3'));
  ends[2]?.(true);
  await expect.poll(state).toBe('saved');
  expect(await found(kept)).toEqual({ '1': 'newer', '2': '', '3': '' });
});
