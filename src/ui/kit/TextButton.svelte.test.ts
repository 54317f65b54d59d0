import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import TextButton from './TextButton.svelte';

const children = createRawSnippet(() => ({ render: () => '<b>Familiarity</b>' }));

test('mouse and keyboard press it', async () => {
  const onclick = vi.fn();
  render(TextButton, { onclick, children });
  await userEvent.click(screen.getByRole('button', { name: 'Familiarity' }));
  await userEvent.keyboard('{Enter}');
  expect(onclick).toHaveBeenCalledTimes(2);
});

test('a label takes the place of its words for screen readers', () => {
  render(TextButton, { label: 'Sort by familiarity', onclick: () => undefined, children });
  expect(screen.getByRole('button', { name: 'Sort by familiarity' }).textContent).toBe('Familiarity');
});
