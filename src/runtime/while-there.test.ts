/** What is told when work on a device fails, and whether the device is still there. */
import { expect, test } from 'vitest';
import { makeError } from '../base/errors';
import { runtimeErrors } from './errors';
import { whileThere } from './while-there';

const lost = makeError(runtimeErrors, 'runtime/device-lost', { reason: 'pulled out' });

test('work that ends is passed on', async () => {
  await expect(whileThere(Promise.resolve(7), new AbortController().signal, 'Reading')).resolves.toBe(7);
});

test('the loss of the device is the reason, also where the runtime notices it first', async () => {
  const device = new AbortController();
  const work = Promise.reject(new Error('mapAsync: buffer was unmapped'));
  setTimeout(() => device.abort(lost), 20);
  await expect(whileThere(work, device.signal, 'Reading')).rejects.toBe(lost);
});

test('work that never ends does when the device goes', async () => {
  const device = new AbortController();
  setTimeout(() => device.abort(lost), 5);
  await expect(whileThere(new Promise(() => undefined), device.signal, 'Reading')).rejects.toBe(lost);
});

test('any other failure says what failed, and an error of ours stays what it is', async () => {
  const { signal } = new AbortController();
  await expect(whileThere(Promise.reject(new Error('odd')), signal, 'Reading')).rejects.toMatchObject({
    code: 'runtime/failed',
    params: { what: 'Reading', reason: 'odd' },
  });
  await expect(whileThere(Promise.reject(lost), signal, 'Reading')).rejects.toBe(lost);
});
