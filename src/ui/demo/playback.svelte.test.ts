import { expect, test } from 'vitest';
import { demoScenes } from './demo-scenes';
import { Playback } from './playback.svelte';

const whole = demoScenes.reduce((sum, { seconds }) => sum + seconds, 0);
const state = ({ scene, passed }: Playback) => [scene.name, passed];

test('shows every scene for its time, about 55 seconds in all', () => {
  expect(whole).toBeGreaterThanOrEqual(50);
  expect(whole).toBeLessThanOrEqual(60);
  const playback = new Playback();
  const seen: unknown[] = [];
  for (const { name, seconds } of demoScenes) {
    expect(state(playback)).toEqual([name, 0]);
    playback.advance(seconds * 400);
    seen.push(playback.passed);
    playback.advance(seconds * 600);
  }
  expect(seen).toEqual(demoScenes.map(() => 0.4));
});

test('the second round is the first again, whatever the steps of the clock', () => {
  const round = (playback: Playback): unknown[] => {
    const states: unknown[] = [];
    for (let second = 0; second < whole; second++) {
      states.push(state(playback));
      for (let i = 0; i < 25; i++) playback.advance(40);
    }
    return states;
  };
  const playback = new Playback();
  expect(round(playback)).toEqual(round(playback));
  const slow = new Playback();
  slow.advance(whole * 1000 + 15_500);
  const fast = new Playback();
  for (let i = 0; i < 155; i++) fast.advance(100);
  expect(state(slow)).toEqual(state(fast));
});

test('steps forwards and backwards through the rounds, always to the beginning of a scene', () => {
  const playback = new Playback();
  playback.advance(3000);
  playback.back();
  expect(state(playback)).toEqual(['end', 0]);
  playback.next();
  playback.next();
  expect(state(playback)).toEqual(['swap', 0]);
});

test('stands still while it is paused, and plays when it begins again', () => {
  const playback = new Playback();
  playback.next();
  playback.isPlaying = false;
  playback.advance(60_000);
  expect(state(playback)).toEqual(['swap', 0]);
  playback.restart();
  playback.advance(1000);
  expect(state(playback)).toEqual(['before', 0.1]);
});
