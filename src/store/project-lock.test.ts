import { expect, test } from 'vitest';
import { lockOf, take, takeLater, type Locks } from './project-lock';

/** The part of the browser's locks that is used, for one tab after another; `close` ends the tab that has a lock. */
function browserLocks(): { locks: Locks; close: (lock: string) => void } {
  const held = new Set<string>();
  const waiting: { name: string; grant: () => void }[] = [];
  const free = (name: string): void => {
    held.delete(name);
    const next = waiting.findIndex((one) => one.name === name);
    if (next >= 0) waiting.splice(next, 1)[0]?.grant();
  };
  const request = async (
    name: string,
    ...[options, callback]:
      [LockOptions, LockGrantedCallback<unknown>] | [LockGrantedCallback<unknown>, undefined?]
  ): Promise<void> => {
    const [act, ifAvailable] =
      typeof options === 'function' ? [options, false] : [callback, options.ifAvailable === true];
    if (held.has(name)) {
      if (ifAvailable) {
        await act?.(null);
        return;
      }
      await new Promise<void>((grant) => waiting.push({ name, grant }));
    }
    held.add(name);
    await act?.({ name, mode: 'exclusive' });
    free(name);
  };
  return { locks: { request }, close: free };
}

test('the first tab to open a project locks it until it is closed', async () => {
  const { locks } = browserLocks();
  expect(await take(lockOf('lethe/', '1'), locks)).toBe(true);
  expect(await take(lockOf('lethe/', '1'), locks)).toBe(false);
  expect(await take(lockOf('lethe/', '2'), locks)).toBe(true);
  expect(await take(lockOf('lethe/other/', '1'), locks)).toBe(true);
});

test('the next tab takes over when the first is closed, but not when it is only reloaded', async () => {
  const { locks, close } = browserLocks();
  await take('a', locks);
  let hasTaken = false;
  const taking = takeLater('a', locks, 20).then(() => (hasTaken = true));
  close('a');
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(await take('a', locks)).toBe(true); // back from a reload
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(hasTaken).toBe(false);
  close('a');
  await taking;
  expect(await take('a', locks)).toBe(false);
});

test('without locks every tab may write', async () => {
  expect(await take('a', undefined)).toBe(true);
  const refusing = { request: () => Promise.reject(new DOMException('', 'SecurityError')) };
  expect(await take('a', refusing as unknown as Locks)).toBe(true);
});
