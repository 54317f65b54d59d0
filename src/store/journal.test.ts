import { expect, test } from 'vitest';
import { journaled, type Notes } from './journal';
import { memoryKeyValue, type KeyValue } from './key-value';

function paper(): Notes & { text: string | null } {
  return {
    text: null,
    read() {
      return this.text;
    },
    write(text) {
      this.text = text;
    },
    clear() {
      this.text = null;
    },
  };
}

/** A database that drops what is on its way when the page is closed. */
function slow() {
  const kept = memoryKeyValue();
  const ends: (() => void)[] = [];
  const change: KeyValue['change'] = async (next) => {
    await new Promise<void>((resolve) => ends.push(resolve));
    await kept.change(next);
  };
  return { kept, store: { ...kept, change }, ends };
}

test('what a closed page took along is saved at the next visit, in its order', async () => {
  const [notes, { kept, store }] = [paper(), slow()];
  const page = journaled(store, () => notes);
  void page.change({ put: { a: 1, b: { c: [null] } } });
  void page.change({ put: { a: 2 }, remove: ['d'] });
  page.note();
  await kept.change({ put: { d: 1 } });
  const next = journaled(kept, () => notes);
  await next.replay();
  expect([await next.get('a'), await next.get('b'), await next.keys('')]).toEqual([2, { c: [null] }, ['a', 'b']]); // prettier-ignore
  expect(notes.text).toBeNull();
});

test('a page that stays leaves nothing older than what it saves', async () => {
  const [notes, { kept, store, ends }] = [paper(), slow()];
  const page = journaled(store, () => notes);
  page.note();
  expect(notes.text).toBeNull(); // everything is saved
  const changes = [page.change({ put: { a: 1 } })];
  page.note(); // it is hidden
  changes.push(page.change({ put: { a: 2 } })); // and shown again
  expect(notes.text).toContain('2');
  for (const end of ends) end();
  await Promise.all(changes);
  expect(notes.text).toBeNull();
  const last = page.change({ put: { a: 3 } });
  expect(notes.text).toBeNull();
  ends.at(-1)?.();
  await last;
  expect(await kept.get('a')).toBe(3);
});

test('damaged notes are ignored, and stay while nothing can be saved', async () => {
  const notes = paper();
  for (const text of ['{', '[1]', 'null']) {
    notes.text = text;
    await journaled(memoryKeyValue(), () => notes).replay();
    expect(notes.text).toBeNull();
  }
  notes.text = '[{"put":{"a":1}}]';
  const full: KeyValue = { ...memoryKeyValue(), change: () => Promise.reject(new Error('full')) };
  await journaled(full, () => notes).replay();
  expect(notes.text).not.toBeNull();
});
