import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import type { AdapterOrigin } from '../../../lab/stages/open-adapter';
import type { AskActions, AskView, KnownPrompt } from '../../run/ask/ask-view';
import AskPanel from './AskPanel.svelte';
import { adapterActions } from './fixtures/adapter-actions';
import { plainly } from '../../run/ask/asking';

vi.mock(import('../../run/missing-bytes'), () => ({ missingBytes: () => Promise.resolve(9_000_000) }));

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
    isChat: false,
    translatedPrompt: null,
    stage: { phase: { kind: 'idle' } },
  },
  answers: { all: [], source: null, alpha: null, beyond: null, gone: [], opened: null },
  recorded: [],
  entry: { title: 'a model', model: 'm', world: 'w', bytes: 1 },
  backend: 'auto',
  isLoaded: true,
  isLoading: false,
  chats: false,
  subject: { forget: 'book', keep: 'book' },
  hasRead: false,
  hasGold: true,
  isReinforced: false,
  isUnlearned: false,
  opened: { phase: { kind: 'idle' }, origin: null, kept: [], keepFailure: null },
  logitSpace: 'raw',
  isBusy: false,
  canAsk: true,
};
const recorded: readonly KnownPrompt[] = [
  { kind: 'forget', prompt: 'The first lantern' },
  { kind: 'forget', prompt: 'The second lantern' },
  { kind: 'neighbour', prompt: 'A baker' },
  { kind: 'everyday', prompt: 'A girl' },
];
const answer = (text: string) => ({ text, tokens: [{ text, probability: 1, top: [] }] });
const answers: AskView['answers'] = {
  all: ['before', 'reinforced', 'equation', 'after', 'never'].map(answer),
  source: 'recorded',
  alpha: 8,
  beyond: null,
  gone: [],
  opened: null,
};

function show(view: Partial<AskView> = {}, shown = 8) {
  const actions = {
    write: vi.fn<AskActions['write']>(),
    recall: vi.fn<AskActions['recall']>(),
    send: vi.fn<AskActions['send']>(),
    stop: vi.fn<AskActions['stop']>(),
    ...adapterActions(),
    followAlpha: vi.fn<AskActions['followAlpha']>(),
  };
  const alpha = { shown, used: 8, onmove: vi.fn(), onuse: vi.fn() };
  const { unmount } = render(AskPanel, { dataset, view: { ...silent, ...view }, actions, alpha });
  return { ...actions, ...alpha, unmount };
}

const conversation = (some: Partial<AskView['conversation']>): Partial<AskView> => ({
  conversation: { ...silent.conversation, ...some },
});
const asked = conversation({ asked: 'The first lantern', prompt: 'The first lantern' });
const send = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Ask' });

test('begins with the first prompt of the data set, and sends it with the settings', async () => {
  const { send: sent } = show();
  expect(screen.getByLabelText<HTMLTextAreaElement>('Prompt').value).toBe('The hero is called');
  await userEvent.click(screen.getByLabelText(/^The model that never read it answers too/));
  await userEvent.click(send());
  expect(sent).toHaveBeenCalledExactlyOnceWith('The hero is called', { ...plainly, gold: true });
});

test('a model with a template can be asked as in a chat, with what it is told first', async () => {
  const { send: sent } = show({ chats: true });
  expect(screen.queryByLabelText(/^System message/)).toBeNull();
  await userEvent.click(screen.getByLabelText(/^Ask as in a chat/));
  await userEvent.type(screen.getByLabelText(/^System message/), 'Be brief');
  await userEvent.click(send());
  expect(sent).toHaveBeenCalledExactlyOnceWith('The hero is called', {
    ...plainly,
    chats: true,
    system: 'Be brief',
  });
});

test('an answer in a chat begins on a line of its own', () => {
  const { unmount } = show({ ...asked, answers });
  const baseline = () => screen.getByRole('group', { name: /^Answer of Before/ }).textContent;
  expect(baseline()).toContain('The first lanternbefore');
  unmount();
  show({ ...conversation({ ...asked.conversation, isChat: true }), answers });
  expect(baseline()).toContain('The first lantern\nbefore');
});

test('a model without a template is never asked so', () => {
  show();
  expect(screen.queryByLabelText(/^Ask as in a chat/)).toBeNull();
});

test('where no model never read the text, none is spoken of', async () => {
  const { send: sent } = show({ hasGold: false, answers });
  expect(screen.queryByLabelText(/^The model that never read it/)).toBeNull();
  expect(screen.queryByRole('group', { name: /Never read it/, hidden: true })).toBeNull();
  await userEvent.click(send());
  expect(sent).toHaveBeenCalledExactlyOnceWith('The hero is called', plainly);
});

test('reports what is written; Enter sends it, and begins a line with Shift', async () => {
  const { write, send: sent } = show();
  const field = screen.getByLabelText('Prompt');
  await fireEvent.input(field, { target: { value: 'A girl' } });
  expect(write).toHaveBeenLastCalledWith('A girl');
  await fireEvent.keyDown(field, { key: 'Enter', shiftKey: true });
  expect(sent).not.toHaveBeenCalled();
  await fireEvent.keyDown(field, { key: 'Enter' });
  expect(sent).toHaveBeenCalledOnce();
});

test('a prompt that is chosen is asked at once', async () => {
  const { write, send: sent } = show();
  await userEvent.click(screen.getByText('The lamp is in …'));
  expect(write).toHaveBeenLastCalledWith('The lamp is in');
  expect(sent).toHaveBeenCalledExactlyOnceWith('The lamp is in', plainly);
});

test('a button for each kind asks its next prompt', async () => {
  const { send: sent } = show({ recorded, ...asked });
  for (const name of ['the book to forget', 'another book, to keep', 'everyday life'])
    await userEvent.click(screen.getByRole('button', { name }));
  expect(sent.mock.calls.map(([prompt]) => prompt)).toEqual(['The second lantern', 'A baker', 'A girl']);
});

test('of a text of the user’s, the chips speak of that text, and the baseline is the model that read it', () => {
  show({ subject: { forget: 'own', keep: 'book' }, hasRead: true, recorded });
  expect(screen.getByRole('button', { name: 'your text to forget' })).toBeDefined();
  expect(screen.getByText('the model that has read the text')).toBeDefined();
  expect(screen.queryByText('the model as it is loaded')).toBeNull();
});

test('without reading, the baseline is the model as it is loaded', () => {
  show({ subject: { forget: 'own', keep: 'book' } });
  expect(screen.getByText('the model as it is loaded')).toBeDefined();
});

test('an empty prompt cannot be sent', async () => {
  const { send: sent } = show(conversation({ prompt: '  ' }));
  expect(send().disabled).toBe(true);
  await fireEvent.keyDown(screen.getByLabelText('Prompt'), { key: 'Enter' });
  expect(sent).not.toHaveBeenCalled();
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
  const { write, recall } = show({ recorded });
  expect(write).toHaveBeenCalledExactlyOnceWith('The first lantern');
  expect(recall).toHaveBeenCalledExactlyOnceWith('The first lantern');
});

test('a prompt that was sent is not replaced by a recorded one', () => {
  const { recall } = show({ recorded, ...conversation({ asked: 'A girl' }) });
  expect(recall).not.toHaveBeenCalled();
});

test('without a model, a recorded prompt can be asked', () => {
  show({ recorded, ...asked, answers, isLoaded: false });
  expect(send().disabled).toBe(false);
  expect(document.querySelector('[data-voice=unlearned]')?.textContent).toContain('after');
});

test('another prompt says what must be loaded, and is sent', async () => {
  const own = conversation({ asked: 'The first lantern', prompt: 'Who is it' });
  const { send: sent } = show({ recorded, ...own, answers, isLoaded: false });
  await userEvent.click(await screen.findByRole('button', { name: 'Load 9 MB and ask' }));
  expect(sent).toHaveBeenCalledExactlyOnceWith('Who is it', plainly);
  expect(document.querySelector('[data-voice=baseline]')?.textContent).toContain('before');
});

test('before and after are on the screen, and the others folded', () => {
  show({ recorded, ...asked, answers });
  const isFolded = (variant: string): boolean =>
    document.querySelector(`[data-voice=${variant}]`)?.closest('details:not([open])') !== null;
  const variants = ['baseline', 'unlearned', 'equation1', 'reinforced', 'gold'];
  expect(variants.map(isFolded)).toEqual([false, false, false, true, true]);
});

test.each([
  [{ alpha: 8 }, 8, null],
  [{ alpha: 4 }, 4.3, 'Recorded at α = 4. Load the model for values in between.'],
  [{ alpha: null, beyond: 10 }, 12, 'Recorded up to α = 10. Load the model to go further.'],
  [{ alpha: 8, source: 'live' as const }, 2, 'Answered at α = 8.'],
  [{ alpha: null, source: 'live' as const }, 2, null],
])('says which α the answer is of: %j, shown %d', (some, shown, words) => {
  show({ recorded, ...asked, answers: { ...answers, ...some } }, shown);
  expect(screen.queryByTestId('answered-alpha')?.textContent ?? null).toBe(words);
});

test('the answer of equation 1 follows α, but not while something runs', () => {
  expect(show({}, 3).followAlpha).toHaveBeenCalledExactlyOnceWith(3);
  expect(show({ isBusy: true }, 3).followAlpha).not.toHaveBeenCalled();
});

test('the answer of a model that is gone is marked', () => {
  show({ ...asked, answers: { ...answers, source: 'live', gone: ['unlearned'] } });
  const marks = screen.getAllByTestId('gone');
  expect(marks).toHaveLength(1);
  expect(within(marks[0]?.closest('article') ?? document.body).getByText('After')).toBeDefined();
});

test('another α than that of the labels can be used for them', async () => {
  const { onuse } = show({}, 3);
  await userEvent.click(screen.getByRole('button', { name: /Use this α/ }));
  expect(onuse).toHaveBeenCalledExactlyOnceWith(3);
});

describe('an adapter made elsewhere', () => {
  const origin: AdapterOrigin = {
    name: 'theirs',
    lora: { rank: 3, loraAlpha: 7, targets: ['q_proj', 'o_proj'] },
    base: 'models/base',
    isOfThisModel: false,
    made: null,
    compared: null,
  };
  const open = { phase: { kind: 'done' }, origin, kept: [], keepFailure: null } as const;
  const live = { ...answers, source: 'live' as const };

  test('is opened from its files, and says what it is and where it comes from', async () => {
    const { openAdapter } = show();
    const files = ['adapter_config.json', 'adapter_model.safetensors'].map((name) => new File([name], name));
    await userEvent.upload(screen.getByLabelText(/as PEFT saves them/), files);
    expect(openAdapter).toHaveBeenCalledWith(files);
  });

  test('answers beside the others, and gold keeps its place', () => {
    const all = ['before', 'reinforced', 'equation', 'after', 'theirs', 'never'].map(answer);
    show({ ...asked, answers: { ...live, all, opened: origin }, opened: open });
    expect(screen.getByTestId('adapter-origin').textContent).toContain(
      'theirs: rank 3, alpha 7, on q_proj, o_proj. Made on models/base. Those are other weights',
    );
    expect(screen.getByRole('group', { name: /Answer of Your adapter/ }).textContent).toContain('theirs');
    expect(
      screen.getByRole('group', { name: /Answer of Never read it/, hidden: true }).textContent,
    ).toContain('never');
    expect(screen.queryByTestId('gone')).toBeNull();
  });

  test('that was closed or replaced since says so', () => {
    const all = ['before', 'reinforced', 'equation', 'after', 'theirs'].map(answer);
    show({ ...asked, answers: { ...live, all, opened: origin } });
    expect(screen.getByTestId('gone').textContent).toContain('no longer open');
  });
});
