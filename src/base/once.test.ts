import { expect, test } from 'vitest';
import { once } from './once';

/** Fails `broken` times. */
function unsteady(broken: number): { load: () => Promise<string>; tries: () => number } {
  let tries = 0;
  const load = (): Promise<string> =>
    ++tries <= broken ? Promise.reject(new TypeError(`cut off ${tries}`)) : Promise.resolve('part');
  return { load, tries: () => tries };
}

test('what fails is tried again, and what came is loaded once', async () => {
  const { load, tries } = unsteady(2);
  const part = once(load, [0, 0]);
  expect(await Promise.all([part(), part()])).toEqual(['part', 'part']);
  expect(await part()).toBe('part');
  expect(tries()).toBe(3);
});

test('a failure is not kept', async () => {
  const part = once(unsteady(3).load, [0, 0]);
  await expect(part()).rejects.toThrow('cut off 3');
  expect(await part()).toBe('part');
});
