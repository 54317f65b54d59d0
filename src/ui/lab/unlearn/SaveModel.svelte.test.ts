import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { SaveView } from '../../run/saving/save-view';
import SaveModel from './SaveModel.svelte';

const idle: SaveView = {
  offer: [
    { part: 'unlearned', bytes: { F16: 700_000, F32: 700_000 } },
    { part: 'merged', bytes: { F16: 9e6, F32: 18e6 } },
    { part: 'labels', bytes: { F16: 300_000, F32: 300_000 } },
  ],
  stage: { phase: { kind: 'idle' }, progress: null, outcome: null },
  made: 'a b',
  isBusy: false,
};

function shown(changes: Partial<SaveView> = {}) {
  const actions = { look: vi.fn(), save: vi.fn(), cancel: vi.fn() };
  const rendered = render(SaveModel, { view: { ...idle, ...changes }, actions });
  return { actions, ...rendered };
}

async function open() {
  await userEvent.click(screen.getByText('Save the model'));
}

test('asks what there is once it is opened, and again when something else was made', async () => {
  const { actions, rerender } = shown();
  expect(actions.look).not.toHaveBeenCalled();
  await open();
  expect(actions.look).toHaveBeenCalledTimes(1);
  await rerender({ view: { ...idle, isBusy: true, made: 'a c' }, actions });
  expect(actions.look).toHaveBeenCalledTimes(1); // not while it runs
  await rerender({ view: { ...idle, made: 'a c' }, actions });
  expect(actions.look).toHaveBeenCalledTimes(2);
});

test('saves what is chosen, and says how large it is before', async () => {
  const { actions } = shown();
  await open();
  await userEvent.click(screen.getByRole('button', { name: 'Save as one zip file (10 MB)' }));
  expect(actions.save).toHaveBeenLastCalledWith(['unlearned', 'merged', 'labels'], 'F16');
  await userEvent.click(screen.getByRole('radio', { name: '32 bits' }));
  await userEvent.click(screen.getByRole('checkbox', { name: /Generic labels/ }));
  await userEvent.click(screen.getByRole('button', { name: /zip file \(19 MB\)/ }));
  expect(actions.save).toHaveBeenLastCalledWith(['unlearned', 'merged'], 'F32');
});

test('without the whole model, its numbers are no question', async () => {
  shown();
  await open();
  await userEvent.click(screen.getByRole('checkbox', { name: /Whole model/ }));
  expect(screen.queryByRole('radio')).toBeNull();
});

test('shows how far it is, and can be cancelled', async () => {
  const { actions } = shown({
    isBusy: true,
    stage: {
      phase: { kind: 'running', since: 0, activity: null },
      progress: { done: 3, of: 12, tokens: 0 },
      outcome: null,
    },
  });
  await open();
  expect(screen.getByRole('progressbar')).toHaveProperty('value', 0.25);
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(actions.cancel).toHaveBeenCalled();
});
