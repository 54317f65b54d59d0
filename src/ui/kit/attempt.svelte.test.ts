import { expect, test } from 'vitest';
import { Attempt } from './attempt.svelte';

const failing = () => Promise.reject(new Error('no room'));

test('what failed is told until the next attempt, what was cancelled is not', async () => {
  const attempt = new Attempt();
  expect(await attempt.run(failing)).toBe(false);
  expect(JSON.stringify(attempt.failure)).toContain('no room');
  const untilCancelled = attempt.run(
    (signal) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('ended')))),
  );
  expect(attempt.failure).toBeNull();
  attempt.cancel();
  expect(await untilCancelled).toBe(false);
  expect(attempt.failure).toBeNull();
});

test('after one that was cancelled, the failure of the next is told', async () => {
  const attempt = new Attempt();
  attempt.cancel();
  await attempt.run(failing);
  expect(JSON.stringify(attempt.failure)).toContain('no room');
  expect(await attempt.run(() => Promise.resolve())).toBe(true);
});
