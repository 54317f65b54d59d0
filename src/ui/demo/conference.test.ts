import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Conference, isDemo } from './conference';
import type { DemoDriver } from './demo-driver';
import type { SceneEvent } from './story';

/** A demo driver that records its calls; runs take a second. */
function driver(fails: string | null = null): { readonly done: string[]; readonly hand: DemoDriver } {
  const done: string[] = [];
  const act = (what: string): void => {
    done.push(what);
    if (what === fails) throw new Error(what);
  };
  const hand: DemoDriver = {
    goTo: (stage) => act(`go ${stage}`),
    type: (prompt) => act(`type ${prompt}`),
    async run(what) {
      act(`run ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    },
    reset() {
      act('reset');
      return Promise.resolve();
    },
  };
  return { done, hand };
}

const MINUTE = 60_000;

describe('conference mode', () => {
  let scenes: (SceneEvent | null)[];
  let conference: Conference | null = null;
  const begin = (hand: DemoDriver): Conference => {
    conference = new Conference({
      driver: hand,
      prompts: ['Hi', 'Yo'],
      onscene: (one) => scenes.push(one),
    });
    conference.start();
    return conference;
  };
  beforeEach(() => {
    vi.useFakeTimers();
    scenes = [];
  });
  afterEach(() => {
    conference?.stop();
    vi.useRealTimers();
  });

  test('tells the whole story in order', async () => {
    const { done, hand } = driver();
    begin(hand);
    await vi.advanceTimersByTimeAsync(2.2 * MINUTE);
    expect(done.slice(0, 20)).toEqual([
      'reset',
      'go text',
      'go text',
      'type H',
      'type Hi',
      'run ask',
      'go anchors',
      'go reinforce',
      'run reinforce',
      'go label',
      'run label',
      'go unlearn',
      'run unlearn',
      'go unlearn',
      'type H',
      'type Hi',
      'run ask',
      'go evaluate',
      'run evaluate',
      'go review',
    ]);
    expect(scenes.slice(0, 10).map((one) => one?.caption)).toEqual([
      'text',
      'before',
      'anchors',
      'reinforce',
      'label',
      'unlearn',
      'after',
      'evaluate',
      'review',
      'end',
    ]);
  });

  test('restarts from a fresh page, with another prompt', async () => {
    const { done, hand } = driver();
    begin(hand);
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    const second = done.slice(done.lastIndexOf('reset'));
    expect(done.filter((what) => what === 'reset').length).toBeGreaterThan(1);
    expect([...done, ...second]).toContain('type Yo');
  });

  test('hands the page to a visitor who touches it, and restarts when they have left', async () => {
    const { done, hand } = driver();
    const running = begin(hand);
    await vi.advanceTimersByTimeAsync(30_000);
    running.touch();
    expect(scenes.at(-1)).toBeNull();
    const before = done.length;
    await vi.advanceTimersByTimeAsync(MINUTE);
    running.touch();
    await vi.advanceTimersByTimeAsync(1.9 * MINUTE);
    expect(done.length).toBe(before);
    await vi.advanceTimersByTimeAsync(0.2 * MINUTE);
    expect(done[before]).toBe('reset');
    expect(scenes.at(-1)?.caption).toBe('text');
  });

  test('can be taken over while it types, and before its first scene', async () => {
    const { done, hand } = driver();
    const running = begin(hand);
    running.touch();
    await vi.advanceTimersByTimeAsync(1000);
    expect(done).toEqual(['reset']);
    running.start();
    await vi.advanceTimersByTimeAsync(12_060);
    expect(done.at(-1)).toBe('type Hi');
    running.touch();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(done).not.toContain('run ask');
  });

  test('a scene that fails is skipped', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { done, hand } = driver('run reinforce');
    begin(hand);
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(done).toContain('run label');
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });

  test('is silent once stopped', async () => {
    const { done, hand } = driver();
    const running = begin(hand);
    await vi.advanceTimersByTimeAsync(20_000);
    running.stop();
    const before = done.length;
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(done.length).toBe(before);
  });
});

test('is requested in the address', () => {
  expect(isDemo('?demo')).toBe(true);
  expect(isDemo('?x=1&demo=1')).toBe(true);
  expect(isDemo('')).toBe(false);
});
