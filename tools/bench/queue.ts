/**
 * The anchor check of long texts, decided with Enter: a queue of 50,000 passages beside one of 500, half decided. A key press
 * is measured to the next frame, and the longest task after a pause is what the summaries below the queue cost.
 */
import { largest } from '../../src/base/extremes';
import { flushSync, mount, unmount } from 'svelte';
import AnchorTab from '../../src/ui/review/AnchorTab.svelte';
import { reviewStore } from '../../src/ui/review/review-store';
import { databaseKeyValue } from '../../src/store/database';
import { median } from './timing';

const SIZES = [500, 50_000] as const;
const PRESSES = 30;
const PAUSE = 1500;
/** Long enough for the summaries, which wait the longer, the longer they take. */
const LONG_PAUSE = 8000;

const names = ['Maelis', 'Orrin', 'Tamsin', 'Quill', 'Nib', 'Wick'];

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves once a frame has been drawn after everything that was due. */
const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

/** A text of so many short paragraphs, each with one of the names. */
function paragraphs(count: number): string[] {
  return Array.from(
    { length: count },
    (_, i) => `Sentence ${i} tells of ${names[i % names.length] ?? ''} at the lake.`,
  );
}

async function measure(count: number) {
  const nothing = { title: '', passages: [] };
  const props = {
    dataset: {
      forget: { title: '', passages: paragraphs(count) },
      retain: nothing,
      heldOut: nothing,
      dictionary: names.map((term) => ({ term, translations: [`${term}son`] as const })),
    },
    store: reviewStore(databaseKeyValue('lethe/bench/')),
    source: { read: () => Promise.reject(new Error('no files')) },
    folder: null,
    tokenizer: Promise.resolve(null),
    annotator: `bench ${performance.now()}`,
    onapply: () => undefined,
  };
  const tab = mount(AnchorTab, { target: document.body, props });
  while (!document.querySelector('[data-testid=queue-anchors] [data-keys]')) await wait(100);
  await wait(PAUSE);

  const press = (init: KeyboardEventInit): void => {
    const stage = document.querySelector('[data-testid=queue-anchors] [data-keys]');
    stage?.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }));
  };
  // Half of the queue has decisions: a name is accepted everywhere, and Enter leads to the next.
  for (let i = 0; i < names.length / 2; i++) {
    press({ key: 'A', shiftKey: true });
    await wait(PAUSE);
    press({ key: 'Enter' });
    await wait(PAUSE);
  }
  const times: number[] = [];
  for (let i = 0; i < PRESSES; i++) {
    const start = performance.now();
    flushSync(() => press({ key: 'Enter' }));
    await drawn();
    times.push(performance.now() - start);
    await wait(20);
  }
  let longest = 0;
  const watch = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  watch.observe({ type: 'longtask' });
  await wait(LONG_PAUSE);
  watch.disconnect();
  const done = document.querySelector('[data-testid=progress]')?.textContent ?? '';
  await unmount(tab);
  return { pressMs: median(times), worstMs: largest(times), pauseMs: longest, done: done.trim() };
}

export async function benchQueue() {
  const [small, large] = [await measure(SIZES[0]), await measure(SIZES[1])];
  return { queue: { small, large, ratio: large.pressMs / small.pressMs } };
}
