import { render, screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { assist } from '../../i18n/en/assist';
import { review } from '../../i18n/en/review';
import { addEnglish } from '../../i18n/i18n.svelte';
import GraderTable from './GraderTable.svelte';

addEnglish({ assist, review });

test('familiarity by each grader, their agreement, and which grades differ', () => {
  const items = [
    { id: 'a', variant: 'baseline', grades: { rules: 3, model: 3 } },
    { id: 'b', variant: 'baseline', grades: { rules: 2, model: 3 } },
  ] as const;
  render(GraderTable, { items, variantName: (name: string) => name });
  const [familiarity, pair, ...others] = screen.getAllByRole('table');
  if (!familiarity || !pair) throw new Error('expected two tables');
  expect(others).toEqual([]);
  const rows = (table: HTMLElement): string[] =>
    within(table)
      .getAllByRole('row')
      .map((row) => Array.from(row.children, ({ textContent }) => textContent.trim()).join(' '));
  expect(rows(familiarity).slice(1)).toEqual(['baseline rules 2 3.00', 'baseline language model 2 5.00']);
  expect(screen.getByText(/50% of 2 equal/)).toBeTruthy();
  expect(rows(pair).slice(-2)).toEqual(['2 0 0 0 1', '3 0 0 0 1']);
});
