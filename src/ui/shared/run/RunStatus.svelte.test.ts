import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { goingRun } from './run-cases';
import RunStatus from './RunStatus.svelte';
import type { RunView } from '../../run/run-view';

function show(some: Partial<RunView> = {}) {
  const actions = { pause: vi.fn(), resume: vi.fn(), stopHere: vi.fn(), stop: vi.fn() };
  render(RunStatus, { run: { ...goingRun, ...some }, actions });
  return actions;
}
const words = () => screen.getByTestId('run-time').textContent;
const buttons = () => screen.getAllByRole('button').map(({ textContent }) => textContent);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

test('says the stage, how far it is and the time left, with the loss as a small curve', () => {
  show();
  expect(words()).toBe('Unlearn · 104 of 260 · about 3 min left');
  expect(screen.getByTestId('spark').textContent).toContain('3.10 → 0.60');
  expect(screen.getByRole('progressbar').getAttribute('value')).toBe('0.45');
});

test('says what it does while it cannot count, and no time before there is one', () => {
  show({ activity: 'compiling', left: null, losses: [] });
  expect(words()).toBe('Unlearn · Compiling the graph…');
  expect(screen.queryByTestId('spark')).toBeNull();
});

test('the time is no live text: a screen reader is not told of every step', () => {
  show();
  expect(screen.queryByRole('status')).toBeNull();
  expect(screen.getByTestId('run-status').querySelector('[aria-live]')).toBeNull();
});

test('it can be paused, ended here and cancelled, and then go on', async () => {
  const actions = show();
  expect(buttons()).toEqual(['Pause', 'Stop here and keep it', 'Cancel']);
  await press('Pause');
  await press('Stop here and keep it');
  await press('Cancel');
  expect(actions.pause).toHaveBeenCalledOnce();
  expect(actions.stopHere).toHaveBeenCalledOnce();
  expect(actions.stop).toHaveBeenCalledOnce();
});

test('a paused run can go on, and says that it is paused', async () => {
  const actions = show({ isPaused: true, canStopHere: false });
  expect(words()).toBe('Unlearn · 104 of 260 · paused');
  expect(buttons()).toEqual(['Resume', 'Cancel']);
  await press('Resume');
  expect(actions.resume).toHaveBeenCalledOnce();
});
