import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import OwnText from './OwnText.svelte';

const passages = ['Mira lit the lamp at Farholm.', 'Farholm slept, and Mira did not.'];

function show(part: { countTokens?: (passage: string) => number; onback?: () => void } = {}) {
  const onuse = vi.fn();
  render(OwnText, { onuse, ...part });
  return onuse;
}

const textbox = (): HTMLElement => screen.getByRole('textbox', { name: 'Text to forget' });
const use = (): HTMLElement => screen.getByRole('button', { name: 'Use this text' });
const open = (file: File): Promise<void> => userEvent.upload(screen.getByLabelText('Open a file'), file);

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

test('a text that is pasted is described, then handed on with its title', async () => {
  const onuse = show({ countTokens: (passage) => passage.split(' ').length });
  await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'The lamp');
  await userEvent.click(textbox());
  await userEvent.paste(passages.join('\n\n\n'));
  expect(await facts()).toMatchObject({
    Words: '12',
    Tokens: '12',
    Passages: '2',
    'Language, by its letters': 'English',
  });
  await userEvent.click(use());
  expect(onuse).toHaveBeenCalledExactlyOnceWith({
    forget: { title: 'The lamp', passages },
    dictionary: [],
  });
});

test('without a model no tokens are counted', async () => {
  show();
  await userEvent.click(textbox());
  await userEvent.paste(passages.join(' '));
  expect(await facts()).not.toHaveProperty('Tokens');
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
  await userEvent.click(textbox());
  await userEvent.paste('Mira slept.');
  await facts();
  await open(new File([Uint8Array.of(80, 75, 3, 4, 0, 0, 0, 200, 201)], 'saga.txt'));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('saga.txt');
  expect(textbox()).toHaveProperty('value', 'Mira slept.');
  expect(use()).toHaveProperty('disabled', false);
});

test('a file that is a text takes its title from its name', async () => {
  const onuse = show();
  await open(new File([passages.join('\n\n\n')], 'Night at Farholm.txt'));
  await facts();
  await userEvent.click(use());
  expect(onuse.mock.lastCall?.[0]).toMatchObject({ forget: { title: 'Night at Farholm', passages } });
});

test('the encoding of a file is shown and can be changed', async () => {
  const onuse = show();
  await open(new File([Uint8Array.from('Zoë met Maëlis in the café. ', (c) => c.charCodeAt(0))], 'saga.txt'));
  const box = await screen.findByTestId('encoding');
  expect(box.textContent).toContain('Read as windows-1252');
  await userEvent.selectOptions(within(box).getByRole('combobox', { name: 'Read it as' }), 'utf-8');
  await vi.waitFor(() => expect(box.textContent).toContain('3 characters cannot be read'));
  await userEvent.selectOptions(within(box).getByRole('combobox', { name: 'Read it as' }), 'windows-1252');
  await vi.waitFor(() => expect(textbox()).toHaveProperty('value', 'Zoë met Maëlis in the café.'));
  await userEvent.click(use());
  expect(onuse.mock.lastCall?.[0]).toMatchObject({ forget: { passages: ['Zoë met Maëlis in the café.'] } });
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
