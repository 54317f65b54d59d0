import { expect, test } from 'vitest';
import { autosave, writeWaiting, type SaveState } from './autosave';

test('writes at once, and then only the last of the states that arrived meanwhile', async () => {
  const written: unknown[] = [];
  const states: SaveState[] = [];
  const open: (() => void)[] = [];
  const save = autosave(
    (value) => {
      written.push(value);
      return new Promise((resolve) => open.push(resolve));
    },
    (state) => states.push(state),
  );
  save(() => 1);
  save(() => 2);
  save(() => 3);
  expect(written).toEqual([1]);
  open[0]?.();
  await expect.poll(() => written).toEqual([1, 3]);
  open[1]?.();
  await expect.poll(() => states).toEqual(['saving', 'saved']);
});

test('a failed write is reported, and the next one is tried', async () => {
  const states: SaveState[] = [];
  let isBroken = true;
  const save = autosave(
    () => (isBroken ? Promise.reject(new Error('full')) : Promise.resolve()),
    (state) => states.push(state),
  );
  save(() => 1);
  await expect.poll(() => states.at(-1)).toBe('failed');
  isBroken = false;
  save(() => 2);
  await expect.poll(() => states.at(-1)).toBe('saved');
});

test('before the page is closed, what waits is written without waiting', async () => {
  const written: number[] = [];
  const states: SaveState[] = [];
  const open: (() => void)[] = [];
  const save = autosave<number>(
    (value) => {
      written.push(value);
      return new Promise((resolve) => open.push(resolve));
    },
    (state) => states.push(state),
  );
  for (const value of [1, 2, 3]) save(() => value);
  writeWaiting();
  expect(written).toEqual([1, 3]);
  writeWaiting();
  expect(written).toEqual([1, 3]);
  // If it stays open after all, it is saved once both have ended, and goes on as before.
  open[0]?.();
  await new Promise((resolve) => setTimeout(resolve));
  expect(states).toEqual(['saving']);
  open[1]?.();
  await expect.poll(() => states).toEqual(['saving', 'saved']);
  save(() => 4);
  expect(written).toEqual([1, 3, 4]);
});
