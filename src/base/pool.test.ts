import { expect, test } from 'vitest';
import { atOnce } from './pool';

const later = () => new Promise((resolve) => setTimeout(resolve, 0));

test.each([1, 3, 8])('every item has its turn, %d at once', async (most) => {
  const [began, ended]: [number[], number[]] = [[], []];
  let [running, peak] = [0, 0];
  await atOnce([...Array(10).keys()], most, async (item) => {
    began.push(item);
    peak = Math.max(peak, ++running);
    await later();
    running -= 1;
    ended.push(item);
  });
  expect(began).toEqual([...Array(10).keys()]);
  expect(ended.sort((a, b) => a - b)).toEqual(began);
  expect(peak).toBe(most);
});

test('after a failure no other begins, and those that began end', async () => {
  const ended: number[] = [];
  const running = atOnce([0, 1, 2, 3, 4], 2, async (item) => {
    await later();
    if (item === 0) throw new Error('no');
    await later();
    ended.push(item);
  });
  await expect(running).rejects.toThrow('no');
  expect(ended).toEqual([1]);
});
