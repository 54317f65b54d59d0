import { flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import { memoryKeyValue } from '../../../store/key-value';
import { RunState } from '../run-state.svelte';
import { readPage } from './page-state';
import { remember, restorePage } from './remember.svelte';

test('the next visit has the lesson that was used, and none once it is left', async () => {
  const store = memoryKeyValue();
  const page = new RunState();
  const stop = $effect.root(() => {
    remember(page, store, 'm');
  });
  flushSync();
  const nextVisit = async (): Promise<string | null> => {
    const next = new RunState();
    restorePage(next, await readPage(store));
    return next.lesson;
  };
  expect(await nextVisit()).toBeNull();
  page.lesson = 'l';
  flushSync();
  await vi.waitFor(async () => expect(await nextVisit()).toBe('l'));
  page.lesson = null;
  flushSync();
  await vi.waitFor(async () => expect(await nextVisit()).toBeNull());
  stop();
});

test('the next visit has the tasks and prompts of the user’s files, and the choices beside them', async () => {
  const store = memoryKeyValue();
  const page = new RunState();
  const stop = $effect.root(() => {
    remember(page, store, null);
  });
  const tasks = [{ name: 'mine', items: [{ prompt: 'Ice is', options: ['cold', 'hot'], answer: 0 }] }];
  const prompts = {
    name: 'own.jsonl',
    prompts: [{ prompt: 'She met', references: ['Cab'], subtlety: null }],
    rejected: [{ line: 2, reason: 'expected text, got none' }],
  };
  page.evaluation = { ...page.evaluation, tasks, prompts };
  flushSync();
  const next = new RunState();
  next.evaluation = { ...next.evaluation, scope: 'full' };
  await vi.waitFor(async () => {
    restorePage(next, await readPage(store));
    expect(next.evaluation).toEqual({ scope: 'full', prompts, tasks });
  });
  stop();
});

test('the next visit has what is said of the reviews whose terms and labels the run has', async () => {
  const store = memoryKeyValue();
  const page = new RunState();
  const stop = $effect.root(() => {
    remember(page, store, null);
  });
  const human = {
    ...{ task: 'language' as const, decisions: 4, answered: 2, changed: 1, method: 'majority' as const },
    annotators: [
      { annotator: 'ann', decisions: 2 },
      { annotator: 'bob', decisions: 2 },
    ],
    agreement: { measure: 'nominal' as const, alpha: 0.9, reliability: 'reliable' as const },
  };
  page.human = [human];
  flushSync();
  const next = new RunState();
  await vi.waitFor(async () => {
    restorePage(next, await readPage(store));
    expect(next.human).toEqual([human]);
  });
  stop();
});
