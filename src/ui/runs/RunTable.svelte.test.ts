import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { defaultSettings } from '../../methods/settings';
import type { SavedRun } from '../../store/saved-runs';
import RunTable from './RunTable.svelte';

const run = (number: number, familiarity: number, part: Partial<SavedRun> = {}): SavedRun => ({
  id: `run-${number}`,
  number,
  at: 0,
  isPinned: false,
  isOpened: false,
  seed: 10 * number,
  seconds: 1,
  settings: { ...defaultSettings },
  hashes: {},
  figures: { unlearned: { familiarity } },
  ...part,
});
const runs = [run(1, 0.5), run(2, 0.1), run(3, 0.9)];

function show(part: { shown?: string | null; cannotRun?: string; runs?: readonly SavedRun[] } = {}) {
  const on = { onshow: vi.fn(), onagain: vi.fn(), onpin: vi.fn(), onremove: vi.fn() };
  render(RunTable, { runs, shown: null, cannotRun: '', compared: [], ...on, ...part });
  return on;
}

const order = (): string[] =>
  screen.getAllByRole('rowheader').map(({ textContent }) => /Run \d+/.exec(textContent)?.[0] ?? '');
const sorted = (column: string): string | null | undefined =>
  screen
    .getByRole('button', { name: `Sort by ${column}` })
    .closest('th')
    ?.getAttribute('aria-sort');

test('the latest comes first; the button of a column sorts, and sorts the other way when pressed again', async () => {
  show();
  expect(order()).toEqual(['Run 3', 'Run 2', 'Run 1']);
  expect(sorted('Run')).toBe('descending');

  const seed = screen.getByRole('button', { name: 'Sort by Seed' });
  await userEvent.click(seed);
  expect(order()).toEqual(['Run 1', 'Run 2', 'Run 3']);
  expect(sorted('Seed')).toBe('ascending');
  expect(sorted('Run')).toBe('none');

  await userEvent.click(seed);
  expect(order()).toEqual(['Run 3', 'Run 2', 'Run 1']);
  expect(sorted('Seed')).toBe('descending');
});

test('a metric sorts by its value', async () => {
  show();
  const [button] = screen.getAllByRole('button', { name: /Sort by .*amiliarity/ });
  if (!button) throw new Error('No column of familiarity.');
  await userEvent.click(button);
  expect(order()).toEqual(['Run 2', 'Run 1', 'Run 3']);
});

test('the filter keeps matching runs', async () => {
  show({ runs: [...runs, run(4, 0.2, { settings: { ...defaultSettings, alpha: 2 } })] });
  await userEvent.type(screen.getByRole('searchbox'), 'alpha = 2');
  expect(order()).toEqual(['Run 4']);
});

test('at most two are compared: a third replaces the first', async () => {
  show();
  const boxes = [1, 2, 3].map((n) => screen.getByRole('checkbox', { name: `Compare: Run ${n}` }));
  for (const box of boxes) await userEvent.click(box);
  expect(boxes.map((box) => box instanceof HTMLInputElement && box.checked)).toEqual([false, true, true]);
});

test('buttons report their run; a pinned one cannot be deleted, and the one that is shown has no "Show"', async () => {
  const on = show({ shown: 'run-3', runs: [run(1, 0.5), run(2, 0.1, { isPinned: true }), run(3, 0.9)] });
  await userEvent.click(screen.getByRole('button', { name: 'Show: Run 1' }));
  expect(on.onshow.mock.lastCall?.[0]).toMatchObject({ id: 'run-1' });
  await userEvent.click(screen.getByRole('button', { name: 'Delete: Run 2' }));
  expect(on.onremove).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Pin: Run 2' }));
  expect(on.onpin.mock.lastCall?.[0]).toMatchObject({ id: 'run-2' });
  expect(screen.queryByRole('button', { name: 'Show: Run 3' })).toBeNull();
  const row = screen.getByRole('rowheader', { name: /Run 3/ }).closest('tr');
  expect(row?.getAttribute('aria-current')).toBe('true');
});

test('while no run can start, none can be repeated, and the button says why', async () => {
  const on = show({ cannotRun: 'A stage is running.' });
  const again = screen.getByRole('button', { name: 'Repeat: Run 1' });
  await userEvent.click(again);
  expect(on.onagain).not.toHaveBeenCalled();
  expect(again.title).toBe('A stage is running.');
});

test('the table is in a named region that Tab reaches', () => {
  show();
  const box = screen.getByRole('region', { name: 'Runs kept in this browser' });
  expect(box.tabIndex).toBe(0);
  expect(within(box).getByTestId('runs')).toBeDefined();
});
