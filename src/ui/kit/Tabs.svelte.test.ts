import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import Tabs from './Tabs.svelte';

const tabs = ['tea', 'coffee', 'water'].map((value) => ({ value, label: value }));

function show(chosen: string) {
  const onchoose = vi.fn();
  render(Tabs, { id: 'drinks', label: 'Drinks', tabs, chosen, onchoose });
  return onchoose;
}

test('only the chosen tab is a stop of the keyboard', () => {
  show('coffee');
  expect(screen.getAllByRole('tab').map(({ tabIndex }) => tabIndex)).toEqual([-1, 0, -1]);
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('coffee');
});

test('arrow keys move to the next tab and round the ends, and the focus follows', async () => {
  const onchoose = show('water');
  screen.getByRole('tab', { name: 'water' }).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(onchoose).toHaveBeenLastCalledWith('tea');
  expect(document.activeElement?.textContent).toBe('tea');
  await userEvent.keyboard('{ArrowLeft}');
  expect(onchoose).toHaveBeenLastCalledWith('coffee');
});
