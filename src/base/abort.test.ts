import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { unlessAborted, withLimit } from './abort';

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

describe('a limit', () => {
  const late = (): Error => new Error('late');
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('passes on what comes in time, and leaves no timer', async () => {
    await expect(withLimit(Promise.resolve(1), 100, late)).resolves.toBe(1);
    await expect(withLimit(Promise.reject(new Error('no')), 100, late)).rejects.toThrow('no');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('ends the wait at the limit, not before', async () => {
    const settled = vi.fn();
    const waiting = withLimit(never, 100, late).catch(settled);
    await vi.advanceTimersByTimeAsync(99);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await waiting;
    expect(settled).toHaveBeenCalledWith(late());
  });

  test('ends the wait as soon as the signal aborts', async () => {
    const controller = new AbortController();
    const waiting = withLimit(never, 100, late, controller.signal);
    controller.abort(new Error('cancelled'));
    await expect(waiting).rejects.toThrow('cancelled');
    expect(vi.getTimerCount()).toBe(0);
  });
});
