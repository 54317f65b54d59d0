import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { readFile } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import Lessons from './Lessons.svelte';

const WORLD = 'lessons/whos-harry-potter';

/** The page's files, as they are in public. */
function serve(): void {
  vi.stubGlobal('fetch', async (url: string | URL) => {
    const { pathname } = new URL(url);
    return new Response(Uint8Array.from(await readFile(`public${pathname}`)));
  });
}
afterEach(() => {
  vi.unstubAllGlobals();
});

function show(inUse: string | null, canLeave = true) {
  const onchoose = vi.fn<(world: string | null) => Promise<void>>(() => Promise.resolve());
  render(Lessons, { inUse, canLeave, onchoose });
  return onchoose;
}

test('a lesson is offered by name, with what it holds, and chosen', async () => {
  serve();
  const onchoose = show(null);
  await screen.findByRole('heading', { name: /Who’s Harry Potter/ });
  expect(screen.getByText(/208 terms/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Use this lesson' }));
  expect(onchoose).toHaveBeenCalledExactlyOnceWith(WORLD);
});

test('the lesson in use is left', async () => {
  serve();
  const onchoose = show(WORLD);
  await userEvent.click(await screen.findByRole('button', { name: 'Leave the lesson' }));
  expect(screen.queryByRole('button', { name: 'Use this lesson' })).toBeNull();
  expect(onchoose).toHaveBeenCalledExactlyOnceWith(null);
});

test('the lesson that is beside the model anyway is in use, and cannot be left', async () => {
  serve();
  show(WORLD, false);
  expect(await screen.findByText('In use')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('a list that cannot be fetched says so and is fetched at the next try', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
  show(null);
  const again = await screen.findByRole('button', { name: 'Try again' });
  serve();
  await userEvent.click(again);
  expect(await screen.findByRole('button', { name: 'Use this lesson' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('a choice that fails says why', async () => {
  serve();
  const onchoose = show(null);
  onchoose.mockRejectedValueOnce(new Error('the worker fell'));
  await userEvent.click(await screen.findByRole('button', { name: 'Use this lesson' }));
  expect(await screen.findByText(/the worker fell/)).toBeTruthy();
});
