import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import SureButton from './SureButton.svelte';

const words = { label: 'Delete', sure: 'Delete now', leave: 'Keep', subject: 'owls' };
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

test('asks once more, and does nothing when left', async () => {
  const onsure = vi.fn();
  render(SureButton, { ...words, disabled: false, onsure });
  await press('Delete: owls');
  await press('Keep');
  expect(onsure).not.toHaveBeenCalled();
  await press('Delete: owls');
  await press('Delete now: owls');
  expect(onsure).toHaveBeenCalledOnce();
});

test('cannot be pressed while it is disabled', async () => {
  render(SureButton, { ...words, disabled: true, onsure: vi.fn() });
  await press('Delete: owls');
  expect(screen.queryByRole('button', { name: 'Delete now: owls' })).toBeNull();
});
