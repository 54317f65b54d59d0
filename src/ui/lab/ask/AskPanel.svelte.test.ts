import { fireEvent, render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { AskActions, AskView } from '../../run/ask/ask-view';
import AskPanel from './AskPanel.svelte';
import { plainly } from '../../run/ask/asking';

const dataset = {
  prompts: [
    { prompt: 'The hero is called', references: ['Maelis'] },
    { prompt: 'The lamp is in', references: ['Farholm'] },
  ],
  heldOut: { title: 'Everyday', passages: [] },
  dictionary: [{ term: 'Maelis', translations: ['Anna'] }] as const,
};
const silent: AskView = {
  conversation: {
    prompt: null,
    asked: '',
    answers: [],
    translatedPrompt: null,
    stage: { phase: { kind: 'idle' } },
  },
  recorded: [],
  isReinforced: false,
  isUnlearned: false,
  logitSpace: 'raw',
  isBusy: false,
  canAsk: true,
};

function show(view: Partial<AskView> = {}, shown = 8) {
  const actions = {
    write: vi.fn<AskActions['write']>(),
    send: vi.fn<AskActions['send']>(),
    stop: vi.fn<AskActions['stop']>(),
  };
  const alpha = { shown, used: 8, onmove: vi.fn(), onuse: vi.fn() };
  const { unmount } = render(AskPanel, { dataset, view: { ...silent, ...view }, actions, alpha });
  return { ...actions, ...alpha, unmount };
}

const conversation = (some: Partial<AskView['conversation']>): Partial<AskView> => ({
  conversation: { ...silent.conversation, ...some },
});
const send = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Ask' });

test('begins with the first prompt of the data set, and sends it with the settings', async () => {
  const { send: sent } = show();
  expect(screen.getByLabelText<HTMLInputElement>('Prompt').value).toBe('The hero is called');
  await userEvent.click(screen.getByLabelText(/^Gold answers too/));
  await userEvent.click(send());
  expect(sent).toHaveBeenCalledExactlyOnceWith('The hero is called', { ...plainly, gold: true });
});

test('reports what is written, and a suggestion that is chosen', async () => {
  const { write } = show();
  await fireEvent.input(screen.getByLabelText('Prompt'), { target: { value: 'A girl' } });
  expect(write).toHaveBeenLastCalledWith('A girl');
  await userEvent.click(screen.getByText('The lamp is in …'));
  expect(write).toHaveBeenLastCalledWith('The lamp is in');
});

test('an empty prompt cannot be sent', () => {
  show(conversation({ prompt: '  ' }));
  expect(send().disabled).toBe(true);
});

test('a prompt can be sent while a stage works, though not while a model is loaded', () => {
  const { unmount } = show({ isBusy: true });
  expect(send().disabled).toBe(false);
  unmount();
  show({ isBusy: true, canAsk: false });
  expect(send().disabled).toBe(true);
});

test('answers that are being written can be stopped', async () => {
  const phase = { kind: 'running', since: 0, activity: null } as const;
  const { stop } = show({ ...conversation({ stage: { phase } }), isBusy: true, canAsk: false });
  expect(screen.queryByRole('button', { name: 'Ask' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(stop).toHaveBeenCalledOnce();
});

test('the recorded run answers its first prompt at once', () => {
  const { write, send: sent } = show({ recorded: ['The first lantern', 'A girl'] });
  expect(write).toHaveBeenCalledExactlyOnceWith('The first lantern');
  expect(sent).toHaveBeenCalledExactlyOnceWith('The first lantern', plainly);
});

test('a prompt that was sent is not replaced by a recorded one', () => {
  const { send: sent } = show({ ...conversation({ asked: 'A girl' }), recorded: ['The first lantern'] });
  expect(sent).not.toHaveBeenCalled();
});

test('another α than that of the labels can be used for them', async () => {
  const { onuse } = show({}, 3);
  await userEvent.click(screen.getByRole('button', { name: /Use this α/ }));
  expect(onuse).toHaveBeenCalledExactlyOnceWith(3);
});
