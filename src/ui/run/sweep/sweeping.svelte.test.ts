import { expect, test, vi } from 'vitest';
import { defaultSettings, type RunSettings } from '../../../methods/settings';
import { memoryKeyValue } from '../../../store/key-value';
import { Sweeping } from './sweeping.svelte';

const plan = { settings: defaultSettings, name: 'alpha', values: [1, 2, 3], seeds: [1] };

function page() {
  const made: RunSettings[] = [];
  const used: RunSettings[] = [];
  const cancel = vi.fn();
  return {
    made,
    used,
    cancel,
    isMade: (settings: RunSettings) => made.some(({ alpha }) => alpha === settings.alpha),
    run: vi.fn((settings: RunSettings): Promise<void> => Promise.resolve(void made.push(settings))),
    begin: vi.fn(() => Promise.resolve()),
    end: vi.fn((settings: RunSettings) => Promise.resolve(void used.push(settings))),
  };
}

test('a sweep that ran to its end is forgotten, and the settings are as before', async () => {
  const [host, store] = [page(), memoryKeyValue()];
  const sweeping = new Sweeping(host, store);
  await sweeping.run(plan);
  expect(host.made.map(({ alpha }) => alpha)).toEqual([1, 2, 3]);
  expect(host.used).toEqual([defaultSettings]);
  expect([sweeping.plan, sweeping.isGoing, sweeping.failure]).toEqual([null, false, null]);
  const later = new Sweeping(host, store);
  await later.restore();
  expect(later.plan).toBeNull();
});

test('cancelled, it can go on at the next visit', async () => {
  const [host, store] = [page(), memoryKeyValue()];
  const sweeping = new Sweeping(host, store);
  host.run.mockImplementation((settings) => {
    if (settings.alpha === 2) {
      sweeping.cancel();
      return Promise.reject(new DOMException('cancelled', 'AbortError'));
    }
    host.made.push(settings);
    return Promise.resolve();
  });
  await sweeping.run(plan);
  expect(host.cancel).toHaveBeenCalledOnce();
  expect([sweeping.isGoing, sweeping.failure, sweeping.made, sweeping.of]).toEqual([false, null, 1, 3]);

  const later = new Sweeping(host, store);
  await later.restore();
  expect(later.plan).toEqual(plan);
  host.run.mockImplementation((settings) => Promise.resolve(void host.made.push(settings)));
  await later.run(plan);
  expect(host.made.map(({ alpha }) => alpha)).toEqual([1, 2, 3]);
});

test('one that is forgotten gives the settings back', async () => {
  const [host, store] = [page(), memoryKeyValue()];
  await store.change({ put: { 'runs/sweep': plan } });
  const sweeping = new Sweeping(host, store);
  await sweeping.restore();
  await sweeping.discard();
  expect([sweeping.plan, host.used]).toEqual([null, [defaultSettings]]);
  await sweeping.restore();
  expect(sweeping.plan).toBeNull();
});

test('what ended it early is said', async () => {
  const host = page();
  host.run.mockRejectedValue(new Error('the disk burns'));
  const sweeping = new Sweeping(host, memoryKeyValue());
  await sweeping.run(plan);
  expect(sweeping.failure).not.toBeNull();
  expect(sweeping.plan).toEqual(plan);
});

test('a sweep whose values no longer fit their setting is not offered', async () => {
  const store = memoryKeyValue();
  await store.change({ put: { 'runs/sweep': { ...plan, values: [99] } } });
  const sweeping = new Sweeping(page(), store);
  await sweeping.restore();
  expect(sweeping.plan).toBeNull();
});

test('nothing is trained where its items cannot be read, and what cannot be undone is said', async () => {
  const host = page();
  host.begin.mockRejectedValue(new Error('no development items'));
  const sweeping = new Sweeping(host, memoryKeyValue());
  await sweeping.run(plan);
  expect(host.run).not.toHaveBeenCalled();
  expect([sweeping.failure === null, sweeping.plan, host.used]).toEqual([false, plan, [defaultSettings]]);

  host.begin.mockResolvedValue();
  host.end.mockRejectedValue(new Error('no test items'));
  await sweeping.run(plan);
  expect([sweeping.failure === null, sweeping.plan, sweeping.isGoing]).toEqual([false, null, false]);
});
