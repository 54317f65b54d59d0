import { render, screen, within } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import DataTable from './DataTable.svelte';

const children = createRawSnippet(() => ({ render: () => '<tr><th scope="row">lamp</th><td>12</td></tr>' }));

test('column headings come from text', () => {
  render(DataTable, { label: 'Words', head: ['Word', 'Times'], children });
  const box = screen.getByRole('region', { name: 'Words' });
  const names = within(box)
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent);
  expect(names).toEqual(['Word', 'Times']);
  expect(within(box).getByRole('rowheader').textContent).toBe('lamp');
});

test('column headings come from a snippet, which may hold buttons', () => {
  const head = createRawSnippet(() => ({ render: () => '<th scope="col"><button>Sort</button></th>' }));
  render(DataTable, { label: 'Words', head, children });
  const [column] = screen.getAllByRole('columnheader');
  if (!column) throw new Error('The table has no column heading.');
  expect(within(column).getByRole('button', { name: 'Sort' })).toBeDefined();
});

test('a caption names the table', () => {
  render(DataTable, { label: 'Words', caption: 'All words', head: ['Word', 'Times'], children });
  expect(screen.getByRole('table', { name: 'All words' })).toBeDefined();
});

test('the table says its id to tests, and the box takes role, height and frame', () => {
  render(DataTable, { label: 'W', head: ['A'], role: 'group', maxHeight: '9rem', testid: 'words', children });
  const box = screen.getByRole('group', { name: 'W' });
  expect(box.style.maxHeight).toBe('9rem');
  expect(within(box).getByTestId('words').tagName).toBe('TABLE');
});
