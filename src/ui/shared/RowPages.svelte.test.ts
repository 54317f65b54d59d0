import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import RowPages from './RowPages.svelte';

const children = createRawSnippet((row: () => unknown) => ({
  render: () => `<tr><td>${String(row())}</td></tr>`,
}));

test('of 20,000 rows a page is drawn, and more when asked', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `term ${i}`);
  render(RowPages, { rows, idOf: String, children });
  expect(screen.getAllByText(/^term/)).toHaveLength(200);
  await userEvent.click(screen.getByRole('button', { name: 'Show more (19,800 left)' }));
  expect(screen.getAllByText(/^term/)).toHaveLength(400);
});

test('a few rows are all drawn', () => {
  render(RowPages, { rows: ['one', 'two'], idOf: String, children });
  expect(screen.getAllByText(/one|two/)).toHaveLength(2);
  expect(screen.queryByRole('button')).toBeNull();
});
