import { render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import Card from './Card.svelte';

test('it is an article that holds its content and passes attributes on', () => {
  const children = createRawSnippet(() => ({ render: () => '<p>Answers</p>' }));
  render(Card, { 'aria-label': 'Answers', id: 'answers', children });
  const card = screen.getByRole('article', { name: 'Answers' });
  expect(card.id).toBe('answers');
  expect(card.textContent).toBe('Answers');
});
