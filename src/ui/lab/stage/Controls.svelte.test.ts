import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { readyStage, runningStage } from './stage-cases';
import Controls from './Controls.svelte';
import type { StageActions, StageView } from '../../run/stage-view';

function show(view: StageView) {
  const actions = {
    run: vi.fn(),
    continueRun: vi.fn(),
    pause: vi.fn(),
    step: vi.fn(),
    stopHere: vi.fn(),
    resume: vi.fn(),
    cancel: vi.fn(),
    rescue: vi.fn(),
  } satisfies StageActions;
  render(Controls, { view, actions });
  return actions;
}

const buttons = (): (string | undefined)[] =>
  screen.getAllByRole('button').map(({ textContent }) => textContent.trim());
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

test('a ready stage can be run', async () => {
  const actions = show(readyStage);
  expect(buttons()).toEqual(['Run']);
  await userEvent.click(button('Run'));
  expect(actions.run).toHaveBeenCalledOnce();
});

test('without a model it cannot be run, and says why', () => {
  show({ ...readyStage, isLoaded: false });
  expect(button('Run').disabled).toBe(true);
  expect(screen.getByText('Load the model first.')).toBeTruthy();
});

test('while another stage works, it cannot be run', () => {
  show({ ...readyStage, isBusy: true, missing: ['reinforce'] });
  expect(button('Run').disabled).toBe(true);
  expect(screen.queryByText(/^Runs first/)).toBeNull();
});

test('it names the stages that run first', () => {
  show({ ...readyStage, name: 'unlearn', missing: ['reinforce', 'label'] });
  expect(screen.getByText('Runs first: Reinforce, Labels.')).toBeTruthy();
});

test('an interrupted training can continue or start again', async () => {
  const actions = show({ ...readyStage, interrupted: { step: 40, of: 120 } });
  expect(buttons()).toEqual(['Continue from step 40 of 120', 'Run']);
  await userEvent.click(button('Continue from step 40 of 120'));
  expect(actions.continueRun).toHaveBeenCalledOnce();
  expect(actions.run).not.toHaveBeenCalled();
});

test('a running stage can be paused or cancelled', async () => {
  const actions = show(runningStage);
  expect(buttons()).toEqual(['Pause', 'Cancel']);
  await userEvent.click(button('Pause'));
  await userEvent.click(button('Cancel'));
  expect(actions.pause).toHaveBeenCalledOnce();
  expect(actions.cancel).toHaveBeenCalledOnce();
});

test('an unlearning with steps behind and before it can end here, beside its other buttons', async () => {
  const actions = show({ ...runningStage, name: 'unlearn', canStopHere: true });
  expect(buttons()).toEqual(['Pause', 'Stop here and keep it', 'Cancel']);
  await userEvent.click(button('Stop here and keep it'));
  expect(actions.stopHere).toHaveBeenCalledOnce();
});

test('a paused stage can take one step or go on', async () => {
  const actions = show({ ...runningStage, stage: { ...runningStage.stage, paused: true } });
  expect(buttons()).toEqual(['Resume', 'One step', 'Cancel']);
  await userEvent.click(button('One step'));
  await userEvent.click(button('Resume'));
  expect(actions.step).toHaveBeenCalledOnce();
  expect(actions.resume).toHaveBeenCalledOnce();
});
