import { expect, test } from 'vitest';
import { takeProject, type Locks } from './project-lock';

/** The part of the browser's locks that is used: a request for a held lock gets null. */
function browserLocks(): Locks {
  const held = new Set<string>();
  const request = async (name: string, _: LockOptions, callback: LockGrantedCallback<unknown>) => {
    if (held.has(name)) return callback(null);
    held.add(name);
    await callback({ name, mode: 'exclusive' });
    held.delete(name);
    return undefined;
  };
  return { request } as unknown as Locks;
}

test('the first tab to open a project locks it until it is closed', async () => {
  const locks = browserLocks();
  expect(await takeProject('1', locks)).toBe(true);
  expect(await takeProject('1', locks)).toBe(false);
  expect(await takeProject('2', locks)).toBe(true);
});

test('without locks every tab may write', async () => {
  expect(await takeProject('1', undefined)).toBe(true);
  const refusing = { request: () => Promise.reject(new DOMException('', 'SecurityError')) };
  expect(await takeProject('1', refusing as unknown as Locks)).toBe(true);
});
