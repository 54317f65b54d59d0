import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import Toggle from './Toggle.svelte';

const props = { label: 'Loud', help: 'Wakes the neighbours.', checked: false, disabled: false };

test('a click and the space bar report what it should become', async () => {
  const onchange = vi.fn();
  render(Toggle, { ...props, onchange });
  const box = screen.getByRole('checkbox', { name: 'Loud' });
  await userEvent.click(box);
  expect(onchange.mock.calls).toEqual([[true]]);
  box.focus();
  await userEvent.keyboard(' ');
  expect(onchange.mock.calls).toEqual([[true], [false]]);
});

test('its help describes it', () => {
  render(Toggle, { ...props, onchange: () => undefined });
  const id = screen.getByRole('checkbox').getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(id)?.textContent).toBe('Wakes the neighbours.');
});

test('a disabled one reports nothing', async () => {
  const onchange = vi.fn();
  render(Toggle, { ...props, disabled: true, onchange });
  await userEvent.click(screen.getByRole('checkbox'));
  expect(onchange).not.toHaveBeenCalled();
});
