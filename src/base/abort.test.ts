import { expect, test } from 'vitest';
import { unlessAborted } from './abort';

const { signal } = new AbortController();
const never = new Promise<never>(() => undefined);

test('passes on results and failures', async () => {
  await expect(unlessAborted(Promise.resolve(1), signal)).resolves.toBe(1);
  await expect(unlessAborted(Promise.reject(new Error('no')), signal)).rejects.toThrow('no');
});

test('rejects with the reason when the signal aborts, before or during', async () => {
  const controller = new AbortController();
  const waiting = unlessAborted(never, controller.signal);
  controller.abort(new Error('lost'));
  await expect(waiting).rejects.toThrow('lost');
  await expect(unlessAborted(never, controller.signal)).rejects.toThrow('lost');
});
