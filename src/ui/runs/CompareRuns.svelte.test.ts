import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { SavedRun } from '../../store/saved-runs';
import CompareRuns from './CompareRuns.svelte';

const run = (number: number, part: Partial<SavedRun>): SavedRun => ({
  id: `${number}`,
  number,
  at: 0,
  isPinned: false,
  isOpened: false,
  seed: 1,
  seconds: 1,
  settings: { alpha: 5, seed: 1 },
  hashes: {},
  figures: {},
  ...part,
});

const cells = (row: HTMLElement): string[] => [...row.children].map(({ textContent }) => textContent.trim());

test('settings that differ come first, then every metric with its difference', () => {
  const a = run(1, { figures: { unlearned: { familiarity: 0.5, answers: 0.25 } } });
  const b = run(2, {
    settings: { alpha: 2, seed: 1 },
    figures: { unlearned: { familiarity: 0.75, answers: 0 } },
  });
  render(CompareRuns, { a, b });
  expect(screen.getByRole('table', { name: 'Run 1 and Run 2 side by side' })).toBeDefined();
  const [head, ...rows] = screen.getAllByRole('row').map(cells);
  expect(head?.slice(2)).toEqual(['Run 1', 'Run 2', 'Difference']);
  expect(rows[0]).toEqual(['alpha', '', '5', '2', '']);
  expect(rows.filter(([name]) => name === 'seed')).toEqual([]);
  const differences = rows.slice(1).map((row) => row[4] ?? '');
  expect(differences.map(Number).toSorted((one, other) => one - other)).toEqual([-0.25, 0.25]);
  expect(differences.filter((text) => text.startsWith('+'))).toHaveLength(1);
});

test('a metric that one run lacks has no difference', () => {
  const a = run(1, { figures: { unlearned: { familiarity: 0.5 } } });
  render(CompareRuns, { a, b: run(2, {}) });
  const [, row] = screen.getAllByRole('row').map(cells);
  expect(row?.at(-1)).toBe('–');
});
