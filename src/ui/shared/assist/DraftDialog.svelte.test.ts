import { cleanup, render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { json, says, type Reply } from '../../../assist/fixtures/protocol-server';
import type { ModelDraft } from '../../../assist/draft/draft-with-model';
import type { SuggestedEntry } from '../../../assist/draft/suggested-entry';
import { assist } from '../../i18n/en/assist';
import { addEnglish } from '../../i18n/i18n.svelte';
import { Assisting } from './assisting.svelte';
import DraftButton from './DraftButton.svelte';
import DraftDialog from './DraftDialog.svelte';
import { endpointChoice } from './endpoint-choice.svelte';

addEnglish({ assist });

const passages = ['Mira lit the lamp at Farholm.', 'All of Farholm slept.'];
const terms = [
  { term: 'Mira', kind: 'person', translations: ['Anna'], positions: [3] },
  { term: 'Farholm', kind: 'place', translations: ['Millbrook'] },
  { term: '<script>', translations: ['x'] },
];

/** The requests so far. */
const sent: { url: string; body: string; headers: unknown }[] = [];

function serve(reply: (url: string) => Reply): void {
  vi.stubGlobal('fetch', (url: string, { body = '', headers: own }: { body?: string; headers?: unknown }) => {
    sent.push({ url, body, headers: own });
    const { status = 200, headers = {}, parts } = reply(url);
    return Promise.resolve(new Response(parts.join(''), { status, headers }));
  });
}

beforeEach(() => {
  sent.length = 0;
  endpointChoice.isConnected = true;
});
afterEach(() => {
  vi.unstubAllGlobals();
  endpointChoice.isConnected = false;
});

function show(host: string, part: Partial<{ decided: { term: string; translations: [string] }[] }> = {}) {
  endpointChoice.choose(null);
  endpointChoice.move(`https://${host}/v1`);
  endpointChoice.model = 'tiny';
  const onadd = vi.fn<(entries: readonly SuggestedEntry[]) => void>();
  const onclose = vi.fn();
  const job = new Assisting<ModelDraft>();
  render(DraftDialog, { passages, decided: [], refused: [], job, onadd, onclose, ...part });
  return { onadd, onclose };
}

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

test('on the page without network there is only the way to the other one', () => {
  endpointChoice.isConnected = false;
  serve(() => says(''));
  show('strict.example');
  expect(screen.getByRole('link', { name: assist.connected }).getAttribute('href')).toBe(
    `./connected.html${location.hash}`,
  );
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(sent).toEqual([]);
});

test('what will be sent is shown first, word by word, and only then sent', async () => {
  serve((url) =>
    url.endsWith('/models') ? json({ data: [{ id: 'tiny' }] }) : says(JSON.stringify({ terms })),
  );
  const { onadd, onclose } = show('first.example', {
    decided: [{ term: 'Farholm', translations: ['the town'] }],
  });
  await userEvent.click(button('List models'));
  await screen.findByText('1 model');
  await userEvent.click(button('Show what will be sent'));
  expect(sent.filter(({ url }) => url.endsWith('/chat/completions'))).toEqual([]);
  const preview = screen.getByTestId('sent');
  expect(preview.textContent).toContain('Exactly this will be sent to first.example');
  expect(preview.textContent).toContain('A second pass sends');
  const shown = Array.from(preview.querySelectorAll('pre'), ({ textContent }) => textContent);
  await userEvent.click(within(preview).getByRole('button', { name: 'Next' }));
  shown.push(...Array.from(preview.querySelectorAll('pre'), ({ textContent }) => textContent));
  await userEvent.click(button('Send to first.example'));
  await screen.findByTestId('suggested');
  const asked = sent
    .filter(({ url }) => url === 'https://first.example/v1/chat/completions')
    .map(({ body }) => JSON.parse(body) as { messages: { content: string }[] });
  expect(asked.slice(0, 2).flatMap(({ messages }) => messages.map(({ content }) => content))).toEqual(shown);
  expect(screen.getByTestId('suggested').textContent).toContain('Mira');
  expect(screen.getByTestId('suggested').textContent).not.toContain('Farholm');
  expect(screen.getByTestId('rejected').textContent).toContain('no term');
  expect(screen.getByText(/^\d+ tokens read, \d+ written, \d+ s$/)).toBeTruthy();
  expect(screen.queryByRole('progressbar')).toBeNull();
  await userEvent.click(button('Add 1 term'));
  expect(onadd.mock.lastCall?.[0]).toMatchObject([
    { term: 'Mira', translations: ['Anna'], sources: [{ by: 'tiny' }] },
  ]);
  expect(onclose).toHaveBeenCalledOnce();
});

test('an error is shown, and another try is not previewed again', async () => {
  serve(() => json({ error: 'wrong key' }, 401));
  show('second.example');
  await userEvent.click(button('Show what will be sent'));
  await userEvent.click(button('Send to second.example'));
  expect((await screen.findByRole('alert')).textContent).toContain('wrong key');
  expect(screen.getByText(/2 questions were not asked/)).toBeTruthy();
  serve(() => says(JSON.stringify({ terms })));
  await userEvent.click(button('Start'));
  await screen.findByTestId('suggested');
  expect(screen.queryByTestId('sent')).toBeNull();
});

test('another address needs its own preview, and never gets the key of the first', async () => {
  serve((url) => (url.endsWith('/models') ? json({ data: [{ id: 'tiny' }] }) : says('{"terms": []}')));
  show('fifth.example');
  const keyField = () => screen.getByLabelText<HTMLInputElement>('Key');
  await userEvent.type(keyField(), 'sk-secret');
  await userEvent.click(button('Show what will be sent'));
  const address = screen.getByLabelText('Address');
  await userEvent.clear(address);
  await userEvent.type(address, 'https://sixth.example/v1');
  expect(screen.queryByRole('button', { name: /^Send to/ })).toBeNull();
  expect(screen.queryByTestId('sent')).toBeNull();
  expect(keyField().value).toBe('');
  await userEvent.click(button('Show what will be sent'));
  expect(sent).toEqual([]);
  await userEvent.click(button('Send to sixth.example'));
  await screen.findByText(/0 new terms/);
  expect(new Set(sent.map(({ url }) => new URL(url).host))).toEqual(new Set(['sixth.example']));
  expect(JSON.stringify(sent)).not.toContain('sk-secret');
  await userEvent.clear(address);
  await userEvent.type(address, 'https://fifth.example/v1');
  expect(keyField().value).toBe('sk-secret');
});

test('what was drafted is still there after the dialog was closed, until it is added or the text changes', async () => {
  serve((url) =>
    url.endsWith('/models') ? json({ data: [{ id: 'tiny' }] }) : says(JSON.stringify({ terms })),
  );
  endpointChoice.choose(null);
  endpointChoice.move('https://seventh.example/v1');
  endpointChoice.model = 'tiny';
  const onadd = vi.fn<(entries: readonly SuggestedEntry[]) => void>();
  const { rerender } = render(DraftButton, { passages, decided: [], onadd });
  const open = (): Promise<void> => userEvent.click(button(assist.draft));
  const close = (): Promise<void> => userEvent.click(button(assist.close));
  const draftAll = async (): Promise<void> => {
    await open();
    await userEvent.click(await screen.findByRole('button', { name: /^(?:Show what will be sent|Start)$/ }));
    const send = screen.queryByRole('button', { name: /^Send to/ });
    if (send) await userEvent.click(send);
    await screen.findByRole('button', { name: /^Add/ });
    await close();
  };
  await draftAll();
  await open();
  await userEvent.click(await screen.findByRole('button', { name: /^Add/ }));
  expect(onadd).toHaveBeenCalledOnce();
  await open();
  expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull();
  await close();
  await draftAll();
  await rerender({ passages: ['Another text.'] });
  await open();
  expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull();
});

test('an address that the page cannot reach is refused before anything is sent', async () => {
  serve(() => says(''));
  show('third.example');
  endpointChoice.move('http://192.168.1.7/v1');
  await userEvent.click(button('Show what will be sent'));
  expect((await screen.findByRole('alert')).textContent).toContain('plain http');
  expect(sent).toEqual([]);
});

test('edited prompts are what is sent, stay over a reload, and can be restored', async () => {
  serve(() => says('{"terms": []}'));
  show('fourth.example');
  const [question] = screen.getAllByLabelText('Question');
  if (!question) throw new Error('expected a prompt');
  await userEvent.clear(question);
  await userEvent.type(question, 'Names?');
  await userEvent.click(button('Show what will be sent'));
  await userEvent.click(button('Send to fourth.example'));
  await screen.findByText(/0 new terms/);
  expect(sent[0]?.body).toContain(`Names?\\n\\n${passages[0]}`);
  cleanup();
  show('fourth.example');
  const valueOfFirst = () => (screen.getAllByLabelText('Question')[0] as HTMLTextAreaElement).value;
  expect(valueOfFirst()).toBe('Names?');
  await userEvent.click(button('Restore the prompts'));
  expect(valueOfFirst()).toContain('{{passage}}');
  cleanup();
  show('fourth.example');
  expect(valueOfFirst()).toContain('{{passage}}');
});
