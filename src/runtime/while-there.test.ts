/** Which error is thrown when work on a device fails, with or without the device being lost. */
import { expect, test, vi } from 'vitest';
import { makeError } from '../base/errors';
import { limits } from '../base/limits';
import { runtimeErrors } from './errors';
import { whileThere } from './while-there';

const lost = makeError(runtimeErrors, 'runtime/device-lost', { reason: 'pulled out' });

test('a result is passed on', async () => {
  await expect(whileThere(Promise.resolve(7), new AbortController().signal, 'Reading')).resolves.toBe(7);
});

test('the loss of the device is the reason, even if the runtime notices it first', async () => {
  const device = new AbortController();
  const work = Promise.reject(new Error('mapAsync: buffer was unmapped'));
  setTimeout(() => device.abort(lost), 20);
  await expect(whileThere(work, device.signal, 'Reading')).rejects.toBe(lost);
});

test('work that never settles is rejected once the device is lost', async () => {
  const device = new AbortController();
  setTimeout(() => device.abort(lost), 5);
  await expect(whileThere(new Promise(() => undefined), device.signal, 'Reading')).rejects.toBe(lost);
});

test('any other failure says what failed, and a LetheError is passed on', async () => {
  const { signal } = new AbortController();
  await expect(whileThere(Promise.reject(new Error('odd')), signal, 'Reading')).rejects.toMatchObject({
    code: 'runtime/failed',
    params: { what: 'Reading', reason: 'odd' },
  });
  await expect(whileThere(Promise.reject(lost), signal, 'Reading')).rejects.toBe(lost);
});

test('work that a graphics card never finishes is given up after the limit', async () => {
  vi.useFakeTimers();
  const device = new AbortController();
  const waiting = whileThere(new Promise(() => undefined), device.signal, 'Reading').catch(
    (error: unknown) => error,
  );
  await vi.advanceTimersByTimeAsync(limits.graphics);
  expect(await waiting).toMatchObject({ code: 'runtime/graphics-silent' });
  vi.useRealTimers();
});
