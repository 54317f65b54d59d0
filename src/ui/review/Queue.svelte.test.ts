import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { createRawSnippet, tick } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import type { LanguageAnswer, LanguageData, LanguageItem } from '../../review/tasks/language';
import { memoryKeyValue } from '../../store/key-value';
import { aSession, openingSession } from './a-session';
import { keyPreference } from './key-preference.svelte';
import Queue from './Queue.svelte';
import type { ReviewSession } from './session.svelte';

const children = createRawSnippet<[LanguageItem]>((item) => ({
  render: () => `<p data-testid="drawn">${item().data.completion}</p>`,
}));

/** A queue with a key that rejects. */
function shown(session: ReviewSession<LanguageData, LanguageAnswer>) {
  const onfind = vi.fn();
  render(Queue<LanguageData, LanguageAnswer>, {
    session,
    titleOf: ({ id }: LanguageItem) => id,
    textOf: ({ data }: LanguageItem) => data.completion,
    answerText: ({ verdict }: LanguageAnswer) => verdict,
    commands: [
      {
        key: 'X',
        label: 'Reject',
        place: 'main',
        run: () => session.put({ verdict: 'incorrect', replacement: null }),
      },
    ],
    acceptLabel: 'Accept, next',
    onfind,
    children,
  });
  return onfind;
}

/** A queue of three labels, the focus on the item. */
async function show() {
  const session = await aSession(['lamp', 'door', 'moon']);
  const onfind = shown(session);
  item().focus();
  return { session, onfind };
}

const item = (): HTMLElement => screen.getByRole('group', { name: 'Item' });
const progress = (): string => screen.getByTestId('progress').textContent;
const announced = (): string => screen.getByRole('status').textContent;

afterEach(() => {
  keyPreference.isOn = true;
});

test('until the saved decisions are read there is no item, whose first key would be lost', async () => {
  let read: (keys: string[]) => void = () => undefined;
  const keys = (): Promise<string[]> => new Promise((resolve) => (read = resolve));
  const { session, opened } = openingSession(['lamp', 'door'], { ...memoryKeyValue(), keys });
  shown(session);
  expect(screen.queryByRole('group', { name: 'Item' })).toBeNull();
  expect(screen.queryByRole('option')).toBeNull();
  expect(screen.getByText('Opening…')).toBeDefined();
  read([]);
  await opened;
  await tick();
  item().focus();
  await userEvent.keyboard('{Enter}');
  expect(progress()).toMatch(/^1 of 2/);
});

test('the least certain item comes first, with its certainty', async () => {
  await show();
  expect(within(item()).getByTestId('drawn').textContent).toBe(' lamp');
  expect(item().textContent).toContain('25% sure');
  expect(progress()).toMatch(/^0 of 3/);
});

test('Enter accepts the suggestion, moves on, and says how many are left', async () => {
  const { session } = await show();
  await userEvent.keyboard('{Enter}');
  expect(session.decisionOn('lamp')?.answer).toEqual({ verdict: 'correct', replacement: null });
  expect(within(item()).getByText('door')).toBeDefined();
  expect(progress()).toMatch(/^1 of 3/);
  expect(announced()).toBe('2 left');
});

test('the key of the task rejects', async () => {
  const { session } = await show();
  await userEvent.keyboard('x');
  expect(session.decisionOn('lamp')?.answer.verdict).toBe('incorrect');
  expect(session.decisionOn('door')).toBeNull();
});

test('U undoes, Shift+U redoes, and both are announced', async () => {
  const { session } = await show();
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('u');
  expect(session.decisionOn('lamp')).toBeNull();
  expect(session.current).toBe('lamp');
  expect(announced()).toBe('Undone.');
  await userEvent.keyboard('{Shift>}u{/Shift}');
  expect(session.decisionOn('lamp')).not.toBeNull();
  expect(announced()).toBe('Redone.');
});

test('Space skips, arrows move, and neither decides anything', async () => {
  const { session } = await show();
  await userEvent.keyboard(' ');
  expect(session.current).toBe('door');
  await userEvent.keyboard('{ArrowDown}');
  expect(session.current).toBe('moon');
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  expect(session.current).toBe('lamp');
  expect(session.progress.decided).toBe(0);
});

test('after the last one it says that everything is decided', async () => {
  await show();
  await userEvent.keyboard('{Enter}{Enter}{Enter}');
  expect(announced()).toBe('Everything is decided.');
  expect(progress()).toMatch(/^3 of 3/);
});

test('keys in a field belong to the field', async () => {
  const { session } = await show();
  await userEvent.type(screen.getByRole('textbox', { name: 'Comment' }), 'x u');
  expect(session.progress.decided).toBe(0);
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveProperty('value', 'x u');
});

test('when switched off, single keys do nothing, but buttons and arrows still work', async () => {
  const { session } = await show();
  keyPreference.isOn = false;
  await userEvent.keyboard('x{Enter}');
  expect(session.progress.decided).toBe(0);
  await userEvent.keyboard('{ArrowDown}');
  expect(session.current).toBe('door');
  await userEvent.click(screen.getByRole('button', { name: /^Reject/ }));
  expect(session.decisionOn('door')?.answer.verdict).toBe('incorrect');
});

test('the search shows a hit on Enter, reports it and returns the focus to the item', async () => {
  const { session, onfind } = await show();
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search' }), 'moon{Enter}');
  expect(session.current).toBe('moon');
  await expect.poll(() => onfind.mock.calls).toEqual([['moon']]);
  expect(document.activeElement).toBe(item());
  expect(screen.getAllByRole('option', { name: /decided|open/ }).map((row) => row.id)).not.toHaveLength(0);
});

test('? opens a list of all keys; closing it returns the focus to the item', async () => {
  await show();
  await userEvent.keyboard('?');
  const help = screen.getByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(within(help).getByText('Reject')).toBeDefined();
  expect(within(help).getByText('⇧ U')).toBeDefined();
  await userEvent.click(within(help).getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(item());
});

test('a clicked button returns the focus, so that keys keep working', async () => {
  const { session } = await show();
  await userEvent.click(screen.getByRole('button', { name: /^Accept, next/ }));
  expect(session.progress.decided).toBe(1);
  await expect.poll(() => document.activeElement).toBe(item());
});
