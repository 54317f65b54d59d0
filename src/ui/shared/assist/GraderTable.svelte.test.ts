import { render, screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import GraderTable from './GraderTable.svelte';

test('familiarity by each grader, their agreement, and which grades differ', () => {
  const items = [
    { id: 'a', variant: 'baseline', grades: { rules: 3, model: 3 } },
    { id: 'b', variant: 'baseline', grades: { rules: 2, model: 3 } },
  ] as const;
  render(GraderTable, { items });
  const [familiarity, pair, ...others] = screen.getAllByRole('table');
  if (!familiarity || !pair) throw new Error('expected two tables');
  expect(others).toEqual([]);
  const rows = (table: HTMLElement): string[] =>
    within(table)
      .getAllByRole('row')
      .map((row) => Array.from(row.children, ({ textContent }) => textContent.trim()).join(' '));
  expect(rows(familiarity).slice(1)).toEqual(['Baseline 3.00 of 2 5.00 of 2']);
  expect(screen.getByText(/50% of 2 equal/)).toBeTruthy();
  expect(rows(pair).slice(-2)).toEqual(['2 0 0 0 1', '3 0 0 0 1']);
});
