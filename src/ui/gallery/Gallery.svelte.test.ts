/** Every case of the gallery renders without console output, and every component of the kit has a case. */
import { readdirSync, readFileSync } from 'node:fs';
import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import Gallery from './Gallery.svelte';

// A document without a canvas has nothing to draw a live curve on.
vi.mock('../kit/charts/curve', () => ({ drawCurve: () => ({ show: vi.fn(), destroy: vi.fn() }) }));

const said: unknown[][] = [];

beforeEach(() => {
  said.length = 0;
  for (const level of ['warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => void said.push(words));
  }
});

afterEach(() => vi.restoreAllMocks());

test('every case renders without a warning', () => {
  render(Gallery);
  const titles = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
  expect(titles).toEqual(['Colours', 'Type and elements', 'Kit', 'States', 'Charts']);
  expect(said).toEqual([]);
});

test('the dialog opens and closes', async () => {
  render(Gallery);
  expect(screen.queryByRole('dialog')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Open the dialog' }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(said).toEqual([]);
});

test('every component of the kit has a case', () => {
  const parts = readdirSync('src/ui/kit').filter((name) => name.endsWith('.svelte'));
  const cases = readdirSync('src/ui/gallery')
    .filter((name) => name.endsWith('.svelte'))
    .map((name) => readFileSync(`src/ui/gallery/${name}`, 'utf8'))
    .join('\n');
  expect(parts.length).toBeGreaterThan(5);
  expect(parts.filter((part) => !cases.includes(`/kit/${part}'`))).toEqual([]);
});
