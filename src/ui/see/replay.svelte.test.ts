import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Replay } from './replay.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('shows the last look, also when more come, until it is moved', () => {
  let count = 3;
  const replay = new Replay(() => count);
  expect(replay.at).toBe(2);
  count = 5;
  expect(replay.at).toBe(4);
  replay.move(1);
  count = 6;
  expect(replay.at).toBe(1);
});

test('plays every look once, in six seconds, and stops at the last', () => {
  const replay = new Replay(() => 4);
  replay.play();
  const seen = [replay.at];
  for (let i = 0; i < 6 && replay.isPlaying; i++) {
    vi.advanceTimersByTime(1500);
    seen.push(replay.at);
  }
  expect(seen).toEqual([0, 1, 2, 3]);
  expect(replay.isPlaying).toBe(false);
});

test('moving it stops it', () => {
  const replay = new Replay(() => 4);
  replay.play();
  replay.move(2);
  vi.advanceTimersByTime(10_000);
  expect([replay.at, replay.isPlaying]).toEqual([2, false]);
});
