import { render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { DownloadEvent } from '../../../hub/download';
import type { HubModel } from '../../../hub/models-in';
import { makeError } from '../../../base/errors';
import { hubErrors } from '../../../hub/errors';
import DownloadBar from './DownloadBar.svelte';
import HubFound from './HubFound.svelte';
import { hubShelf } from '../../browser/hub-shelf';
import { HubOpening } from './hub-opening.svelte';
import HubPart from './HubPart.svelte';
import UnfinishedRow from './UnfinishedRow.svelte';

const hash = { kind: 'sha256' as const, hex: 'ab' };
const file = (name: string, bytes: number): HubModel => ({
  title: name,
  isGguf: true,
  files: [{ name, bytes, hash }],
});
const models = [file('q4.gguf', 98_000_123), file('q8.gguf', 150e6)];
const place = { repo: 'me/tiny', revision: 'main', commit: '1234567890abcdef', mirror: 'https://a.b' };
const about = createRawSnippet((facts: () => object, bytes: () => number) => ({
  render: () => `<p>${JSON.stringify(facts())} of ${bytes()} bytes</p>`,
}));

test('a model is downloaded only once it is known what it is, and its exact bytes are said', async () => {
  const [onchoose, ondownload] = [vi.fn(), vi.fn()];
  const chosen = models[0] ?? expect.fail();
  const { rerender } = render(HubFound, {
    place,
    models,
    chosen,
    facts: null as object | null,
    about,
    disabled: false,
    onchoose,
    ondownload,
  });
  expect(screen.getByText('me/tiny at commit 1234567')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  await rerender({ facts: { family: 'Qwen3' } });
  expect(screen.getByText('{"family":"Qwen3"} of 98000123 bytes')).toBeTruthy();
  expect(screen.getByText('98,000,123 bytes in one file.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Download 98 MB' }));
  expect(ondownload).toHaveBeenCalledOnce();
  await userEvent.selectOptions(screen.getByLabelText('File'), 'q8.gguf · 150 MB');
  expect(onchoose).toHaveBeenCalledWith(models[1]);
  await rerender({ isWanted: false });
  expect(screen.queryByRole('button')).toBeNull();
});

test('one bar says how far it is, how fast, and what it waits for', async () => {
  const onstop = vi.fn();
  const came: DownloadEvent = {
    kind: 'bytes',
    file: 'a',
    bytes: 25e6,
    of: 100e6,
    perSecond: null,
    secondsLeft: null,
  };
  const { rerender } = render(DownloadBar, { event: came, onstop });
  expect(screen.getByRole('progressbar')).toHaveProperty('value', 0.25);
  expect(screen.getByText('25 MB of 100 MB')).toBeTruthy();
  await rerender({ event: { ...came, perSecond: 5e6, secondsLeft: 170 } });
  expect(screen.getByText('25 MB of 100 MB · 5 MB a second · about 3 min left')).toBeTruthy();
  const error = makeError(hubErrors, 'hub/failed', { host: 'a.b', status: '503' });
  await rerender({ event: { kind: 'waiting', file: 'a', seconds: 4, error } });
  expect(screen.getByText('Interrupted: a.b failed (HTTP 503). Asking again in 4 s.')).toBeTruthy();
  expect(screen.getByRole('progressbar')).toHaveProperty('value', 0.25);
  await rerender({ event: { ...came, bytes: 100e6 } });
  expect(screen.getByText(/All of it is here/u)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(onstop).toHaveBeenCalledOnce();
});

test('an unfinished download says what is here, goes on, or is deleted', async () => {
  const [ongoon, onremove] = [vi.fn(), vi.fn()];
  const one = { ...place, id: 'hub-1', title: 'tiny', isGguf: false, files: [] };
  const { rerender } = render(UnfinishedRow, {
    begun: { one, bytes: 3e6, of: 10e6 },
    disabled: false,
    ongoon,
    onremove,
  });
  expect(screen.getByText('me/tiny · 3 MB of 10 MB are here')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Go on: tiny' }));
  await userEvent.click(screen.getByRole('button', { name: 'Delete: tiny' }));
  expect([ongoon.mock.calls.length, onremove.mock.calls.length]).toEqual([1, 1]);
  await rerender({ ongoon: null });
  expect(screen.getAllByRole('button')).toHaveLength(1);
});

test('the page without network leads to the one that may use it, in the same place', () => {
  const never = () => Promise.reject(new Error('no network'));
  const opening = new HubOpening({ shelf: hubShelf, look: never, facts: never, fetch: () => expect.fail() });
  render(HubPart, { opening, suggested: [], about, isBusy: false, onkept: vi.fn() });
  const link = screen.getByRole('link', { name: 'Connect…' });
  expect(link.getAttribute('href')).toBe(`./connected.html${location.hash}`);
  expect(screen.queryByRole('textbox')).toBeNull();
});
