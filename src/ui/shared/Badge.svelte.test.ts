import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Badge from './Badge.svelte';

const statuses = ['skipped', 'empty', 'ready', 'running', 'done', 'outOfDate', 'failed', 'recorded'] as const;

test('every status has its own word and its own sign, so colour says nothing alone', () => {
  const texts = statuses.map((status) => {
    const { container, unmount } = render(Badge, { status });
    const sign = container.querySelector('[aria-hidden="true"]')?.textContent ?? '';
    const word = container.textContent.replace(sign, '').trim();
    unmount();
    return { sign, word };
  });
  expect(new Set(texts.map(({ sign }) => sign)).size).toBe(statuses.length);
  expect(new Set(texts.map(({ word }) => word)).size).toBe(statuses.length);
});

test('a status that changes changes its word', async () => {
  const { rerender } = render(Badge, { status: 'running' });
  expect(screen.queryByText('done')).toBeNull();
  await rerender({ status: 'done' });
  expect(screen.getByText('done')).toBeDefined();
});
