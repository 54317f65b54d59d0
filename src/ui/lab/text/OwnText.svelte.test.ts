import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { flushSync } from 'svelte';
import { readFile } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import type { OwnTexts } from '../../../lab/own-texts';
import OwnText from './OwnText.svelte';

const passages = ['At night Mira lit the lamp at Farholm.', 'All of Farholm slept, but not Mira.'];

function show(part: { onback?: () => void } = {}) {
  const onuse = vi.fn<(texts: OwnTexts, readFirst: boolean) => Promise<void>>(() => Promise.resolve());
  render(OwnText, { onuse, folder: null, ...part });
  return onuse;
}

const textbox = (): HTMLElement => screen.getByRole('textbox', { name: 'Text to forget' });
const use = (): HTMLElement => screen.getByRole('button', { name: 'Use this text' });
/** A busy machine takes its time with a draft. */
const patience = { timeout: 30_000 };
/** Waits until the text can be used, with the terms that were found. */
const drafted = (): Promise<void> =>
  vi.waitFor(() => expect(use()).toHaveProperty('disabled', false), patience);
async function paste(text: string): Promise<void> {
  await userEvent.click(textbox());
  await userEvent.paste(text);
  await facts();
}
const open = (file: File): Promise<void> => userEvent.upload(screen.getByLabelText('Open a file'), file);

/** The page's files, as they are in public. */
function serveTokenizer(): void {
  vi.stubGlobal('fetch', async (url: string | URL) => {
    const { pathname } = new URL(url);
    return new Response(Uint8Array.from(await readFile(`public${pathname}`)));
  });
}
afterEach(() => {
  vi.unstubAllGlobals();
});

/** What the page says of the text, name by name. */
async function facts(): Promise<Record<string, string>> {
  const list = await screen.findByTestId('own-text-facts');
  const values = within(list).getAllByRole('definition');
  const names = within(list).getAllByRole('term');
  return Object.fromEntries(names.map((name, i) => [name.textContent, values[i]?.textContent ?? '']));
}

test('without a text there is nothing to use', async () => {
  const onuse = show();
  expect(use()).toHaveProperty('disabled', true);
  await userEvent.click(use());
  expect(onuse).not.toHaveBeenCalled();
  expect(screen.queryByTestId('own-text-facts')).toBeNull();
});

test('a text that cannot be used says why, and is used at the next try', async () => {
  const onuse = show();
  await paste(passages.join('\n\n\n'));
  await drafted();
  onuse.mockRejectedValueOnce(new Error('A part is gone'));
  await userEvent.click(use());
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('A part is gone.');
  await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
  expect(onuse).toHaveBeenCalledTimes(2);
  await expect.poll(() => screen.queryByRole('alert')).toBeNull();
});

test('what was read before cannot be used once another text is being written', async () => {
  const onuse = show();
  await paste(passages.join('\n\n\n'));
  await drafted();
  const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text to forget' });
  text.value += '\n\n\nMira sang.';
  text.dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
  use().click();
  await drafted();
  use().click();
  await vi.waitFor(() => expect(onuse).toHaveBeenCalled());
  expect(onuse.mock.calls.map(([texts]) => texts.forget.passages)).toEqual([[...passages, 'Mira sang.']]);
});

test('a text that is pasted is described and gets a dictionary, and is then handed on', async () => {
  const onuse = show();
  await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'The lamp');
  await paste(passages.join('\n\n\n'));
  expect(await facts()).toMatchObject({
    Words: '15',
    Passages: '2',
    'Language, by its letters': 'English',
  });
  await drafted();
  await userEvent.click(use());
  expect(onuse).toHaveBeenCalledOnce();
  const [texts, readFirst] = onuse.mock.lastCall ?? [];
  expect(texts).toMatchObject({ forget: { title: 'The lamp', passages } });
  expect(texts?.dictionary.map(({ term }) => term).sort()).toEqual(['Farholm', 'Mira']);
  expect(readFirst).toBe(true);
});

test('the model reads the text first, unless the user wants it otherwise', async () => {
  const onuse = show();
  await paste(passages.join(' '));
  await drafted();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Let it read your text first' }));
  await userEvent.click(use());
  expect(onuse.mock.lastCall?.[1]).toBe(false);
});

test('F15 a text without terms is used only if the user says so', async () => {
  const onuse = show();
  await paste('the rain fell on the hill and the river rose.');
  await screen.findByText(/No terms were found/, {}, patience);
  expect(use()).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Use it without a dictionary' }));
  await userEvent.click(use());
  expect(onuse.mock.lastCall?.[0]).toMatchObject({ dictionary: [] });
  await paste(' Soon Mira came. Then Mira left.');
  const without = () => screen.queryByRole('checkbox', { name: 'Use it without a dictionary' });
  await vi.waitFor(() => expect(without()).toBeNull(), patience);
});

test('the tokenizer of the model says how much of the text is terms, and what it cannot write', async () => {
  serveTokenizer();
  const onuse = vi.fn();
  render(OwnText, { onuse, folder: 'models/base' });
  await paste(passages.join(' '));
  expect((await screen.findByText(/of the text’s \d+ tokens/, {}, patience)).textContent).toMatch(
    /^[1-9][\d.]* ?%/,
  );
  await userEvent.clear(textbox());
  await paste('米拉点亮了灯。远堡的人都睡了，只有米拉醒着。');
  const alert = await screen.findByRole('alert', {}, patience);
  expect(alert.textContent).toContain('The model cannot write this text');
  expect(use()).toHaveProperty('disabled', true);
});

test('a text with hardly any terms gets a warning', async () => {
  serveTokenizer();
  render(OwnText, { onuse: vi.fn(), folder: 'models/base' });
  await paste(`In the end came Mira. ${'The rain fell on the hill and the river rose. '.repeat(20)}`);
  expect(await screen.findByText(/The method may not fit this text/, {}, patience)).toBeDefined();
});

test('a text in other letters gets a warning', async () => {
  show();
  await userEvent.click(textbox());
  await userEvent.paste('米拉点亮了灯。远堡的人都睡了，只有米拉醒着。');
  expect(await facts()).toMatchObject({ 'Language, by its letters': 'Chinese' });
  expect(screen.getByText(/The shipped models read simple English only/)).toBeDefined();
});

test('a file that is not text is refused, and the current text stays', async () => {
  show();
  await paste('Mira slept.');
  await open(new File([Uint8Array.of(80, 75, 3, 4, 0, 0, 0, 200, 201)], 'saga.txt'));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('saga.txt');
  expect(textbox()).toHaveProperty('value', 'Mira slept.');
});

test('a file that is a text takes its title from its name', async () => {
  const onuse = show();
  await open(new File([passages.join('\n\n\n')], 'Night at Farholm.txt'));
  await drafted();
  await userEvent.click(use());
  expect(onuse.mock.lastCall?.[0]).toMatchObject({ forget: { title: 'Night at Farholm', passages } });
});

test('the encoding of a file is shown and can be changed', async () => {
  const onuse = show();
  await open(
    new File(
      [Uint8Array.from('At the café she met Zoë. Soon Zoë left. ', (c) => c.charCodeAt(0))],
      'saga.txt',
    ),
  );
  const box = await screen.findByTestId('encoding');
  expect(box.textContent).toContain('Read as windows-1252');
  await userEvent.selectOptions(within(box).getByRole('combobox', { name: 'Read it as' }), 'utf-8');
  await vi.waitFor(() => expect(box.textContent).toContain('3 characters cannot be read'));
  await userEvent.selectOptions(within(box).getByRole('combobox', { name: 'Read it as' }), 'windows-1252');
  await vi.waitFor(() =>
    expect(textbox()).toHaveProperty('value', 'At the café she met Zoë. Soon Zoë left.'),
  );
  await drafted();
  await userEvent.click(use());
  expect(onuse.mock.lastCall?.[0]).toMatchObject({
    forget: { passages: ['At the café she met Zoë. Soon Zoë left.'] },
  });
});

test('records that are not used are listed', async () => {
  show();
  await open(new File(['{"text": "Bea met Cab."}\n{"id": 3}\n'], 'saga.jsonl'));
  expect(await screen.findByText(/1 record was not used.*line 2/)).toBeDefined();
});

test('a text without a word is refused with a reason', async () => {
  show();
  await userEvent.click(textbox());
  await userEvent.paste('… !');
  expect((await screen.findByRole('alert')).textContent).toContain('text');
  expect(use()).toHaveProperty('disabled', true);
});

test('the way back is shown only if there is a text to go back to', async () => {
  const onback = vi.fn();
  show({ onback });
  await userEvent.click(screen.getByRole('button', { name: 'Back to the shipped text' }));
  expect(onback).toHaveBeenCalledOnce();
});
