import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { router } from '../address/router.svelte';
import type { RunEnding } from '../run/run-ending';
import { noSeeActions } from './see-cases';
import Unfinished from './Unfinished.svelte';

function show(ending: Exclude<RunEnding, { readonly kind: 'complete' }>) {
  const actions = { ...noSeeActions, continueRun: vi.fn(), rescue: vi.fn() };
  render(Unfinished, { ending, isBusy: false, actions });
  return actions;
}
const diverged = (good: string) => ({
  plain: { code: 'train/diverged', params: { step: '70', loss: 'NaN', gradient: 'NaN', good } } as const,
});
const where = { at: 'unlearn', until: 'evaluate' } as const;
const press = () => userEvent.click(screen.getByRole('button'));

test('a run that was stopped can go on', async () => {
  const { continueRun } = show({ kind: 'stopped', ...where });
  expect(screen.getByTestId('unfinished').textContent).toContain('You stopped the run in Unlearn.');
  await press();
  expect(continueRun).toHaveBeenCalledExactlyOnceWith('evaluate');
});

test('a training that diverged goes on from its last good state', async () => {
  const { rescue } = show({ kind: 'failed', ...where, failure: diverged('60') });
  expect(screen.getByRole('alert')).toBeTruthy();
  await press();
  expect(rescue).toHaveBeenCalledExactlyOnceWith('unlearn', 'evaluate');
});

test('without a good state it leads to the settings', async () => {
  show({ kind: 'failed', ...where, failure: diverged('') });
  await press();
  expect(router.route).toBe('lab/unlearn');
});

test('any other failure can be tried again', async () => {
  const { continueRun } = show({ kind: 'failed', ...where, failure: { plain: null, message: 'cut off' } });
  await press();
  expect(continueRun).toHaveBeenCalledExactlyOnceWith('evaluate');
});
