import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import UncaughtNote from './UncaughtNote.svelte';

const promise = Promise.resolve();
const rejected = (reason: unknown): Event =>
  Object.assign(new Event('unhandledrejection'), { promise, reason });
const thrown = (error: unknown): Event => new ErrorEvent('error', { error });

test.each([
  ['an error of a button', thrown(new Error('no such stage'))],
  ['a promise that nobody waits for', rejected(new Error('no such stage'))],
])('%s is told', async (_, event) => {
  render(UncaughtNote);
  globalThis.dispatchEvent(event);
  expect((await screen.findByTestId('uncaught')).textContent).toContain('no such stage');
  expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy();
});

test.each([
  ['a job that was cancelled', rejected(new DOMException('aborted', 'AbortError'))],
  ['a report of the browser without an error', thrown(null)],
])('%s is not', async (_, event) => {
  render(UncaughtNote);
  globalThis.dispatchEvent(event);
  await promise;
  expect(screen.queryByTestId('uncaught')).toBeNull();
});
