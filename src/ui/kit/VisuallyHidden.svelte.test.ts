import { render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import VisuallyHidden from './VisuallyHidden.svelte';

const children = createRawSnippet(() => ({ render: () => '<b>3 left</b>' }));

test('its words stay in the accessibility tree, with a clip that hides them', () => {
  render(VisuallyHidden, { children });
  const words = screen.getByText('3 left');
  const style = getComputedStyle(words.parentElement ?? words);
  expect(style.clipPath).toBe('inset(50%)');
  expect(style.display).not.toBe('none');
  expect(style.visibility).not.toBe('hidden');
});

test('a status is announced', () => {
  render(VisuallyHidden, { role: 'status', children });
  expect(screen.getByRole('status').textContent).toBe('3 left');
});
