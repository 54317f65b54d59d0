import { createRawSnippet } from 'svelte';
import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Note from './Note.svelte';

const snippet = (html: string) => createRawSnippet(() => ({ render: () => html }));

test('a note is a status, with what can be done about it', () => {
  render(Note, {
    testid: 'note',
    children: snippet('<span>Full.</span>'),
    actions: snippet('<button>Tidy</button>'),
  });
  expect(screen.getByRole('status').textContent).toContain('Full.');
  expect(screen.getByRole('button', { name: 'Tidy' })).toBeTruthy();
});
