import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import ScrollRegion from './ScrollRegion.svelte';

const children = createRawSnippet(() => ({ render: () => '<p>long</p>' }));

test('Tab reaches the box, so that arrow keys can scroll it', async () => {
  render(ScrollRegion, { label: 'A long text', children });
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'A long text' }));
});

test('a group is no landmark', () => {
  render(ScrollRegion, { label: 'Details', role: 'group', children });
  expect(screen.queryByRole('region')).toBeNull();
  expect(screen.getByRole('group', { name: 'Details' }).textContent).toBe('long');
});

test('the height is limited only where a limit is given', async () => {
  const { rerender } = render(ScrollRegion, { label: 'A', children });
  expect(screen.getByRole('region').style.maxHeight).toBe('');
  await rerender({ maxHeight: '9rem' });
  expect(screen.getByRole('region').style.maxHeight).toBe('9rem');
});
