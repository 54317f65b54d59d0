import { createRawSnippet } from 'svelte';
import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import RadioGroup from './RadioGroup.svelte';

const options = [
  { value: 'tea', label: 'Tea' },
  { value: 'coffee', label: 'Coffee' },
];

test('is a named group that reports the choice', async () => {
  const onchange = vi.fn<(value: string) => void>();
  const children = createRawSnippet(() => ({ render: () => '<span>Without milk.</span>' }));
  render(RadioGroup, { legend: 'Drink', options, value: 'tea', disabled: false, onchange, children });
  expect(screen.getByRole('group', { name: 'Drink' }).textContent).toContain('Without milk.');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Tea' }).checked).toBe(true);
  await userEvent.click(screen.getByRole('radio', { name: 'Coffee' }));
  expect(onchange).toHaveBeenCalledExactlyOnceWith('coffee');
});

test('may have no choice yet, and two groups do not share theirs', () => {
  const props = { legend: 'Drink', options, disabled: true, onchange: vi.fn() };
  render(RadioGroup, { ...props, value: null });
  render(RadioGroup, { ...props, value: 'coffee' });
  const radios = screen.getAllByRole<HTMLInputElement>('radio');
  expect(radios.map(({ checked }) => checked)).toEqual([false, false, false, true]);
  expect(radios.every(({ disabled }) => disabled)).toBe(true);
  expect(new Set(radios.map(({ name }) => name)).size).toBe(2);
});
