import { expect, test } from 'vitest';
import { autosave, type SaveState } from './autosave';

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
