import { expect, test } from 'vitest';
import { takeProject, type Locks } from './project-lock';

/** The browser's locks as far as they are used: whoever asks for a held one gets null. */
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

test('whoever comes first has a project, and has it for good', async () => {
  const locks = browserLocks();
  expect(await takeProject('1', locks)).toBe(true);
  expect(await takeProject('1', locks)).toBe(false);
  expect(await takeProject('2', locks)).toBe(true);
});

test('without locks everybody may write', async () => {
  expect(await takeProject('1', undefined)).toBe(true);
  const refusing = { request: () => Promise.reject(new DOMException('', 'SecurityError')) };
  expect(await takeProject('1', refusing as unknown as Locks)).toBe(true);
});
