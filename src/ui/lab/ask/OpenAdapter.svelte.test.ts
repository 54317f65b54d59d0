import { fireEvent, render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { AskView } from '../../run/ask/ask-view';
import { adapterActions } from './fixtures/adapter-actions';
import OpenAdapter from './OpenAdapter.svelte';

const open: AskView['opened'] = {
  phase: { kind: 'done' },
  origin: {
    name: 'theirs',
    lora: { rank: 3, loraAlpha: 7, targets: ['q_proj', 'o_proj'] },
    base: 'models/base',
    isOfThisModel: false,
    made: null,
    compared: null,
  },
  kept: [],
  keepFailure: null,
};

function show(opened: AskView['opened']) {
  const actions = adapterActions();
  render(OpenAdapter, { opened, disabled: false, actions });
  return actions;
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name, hidden: true }));

test('it can take the place of the reinforced or the unlearned one, and be closed', async () => {
  const { reinforceWith, unlearnWith, closeAdapter } = show(open);
  await press('Use it as the reinforced model');
  await press('Use it as the unlearned model');
  await press('Close it');
  const calls = [reinforceWith, unlearnWith, closeAdapter].map((one) => one.mock.calls.length);
  expect(calls).toEqual([1, 1, 1]);
});

test('they are listed when the panel is opened', async () => {
  const { listAdapters } = show({ ...open, origin: null });
  const panel = screen.getByTestId<HTMLDetailsElement>('open-adapter');
  panel.open = true;
  await fireEvent(panel, new Event('toggle'));
  expect(listAdapters).toHaveBeenCalled();
  const { length } = listAdapters.mock.calls;
  panel.open = false;
  await fireEvent(panel, new Event('toggle'));
  expect(listAdapters).toHaveBeenCalledTimes(length);
});

test('those that are kept for this model are opened and deleted', async () => {
  const adapter = { id: 'x', name: 'owls', model: 'm', bytes: 2e6 };
  const { openKept, deleteKept } = show({ ...open, origin: null, kept: [adapter] });
  expect(screen.getByTestId('kept-adapters').textContent).toContain('2 MB');
  await press('Open: owls');
  await press('Delete: owls');
  expect(deleteKept).not.toHaveBeenCalled();
  await press('Delete now: owls');
  expect([openKept, deleteKept].map((one) => one.mock.calls)).toEqual([[[adapter]], [[adapter]]]);
});

test('why one could not be kept is said', () => {
  show({ ...open, keepFailure: { plain: null, message: 'the disk is full' } });
  expect(screen.getByText(/the disk is full/)).toBeDefined();
});
