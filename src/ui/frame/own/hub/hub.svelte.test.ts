import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { DownloadEvent } from '../../../../hub/download';
import type { HubModel } from '../../../../hub/models-in';
import { makeError } from '../../../../base/errors';
import { hubErrors } from '../../../../hub/errors';
import { plainSettings } from '../../../../methods/settings';
import DownloadBar from './DownloadBar.svelte';
import HubFound from './HubFound.svelte';
import HubModels from './HubModels.svelte';
import UnfinishedRow from './UnfinishedRow.svelte';

const hash = { kind: 'sha256' as const, hex: 'ab' };
const file = (name: string, bytes: number): HubModel => ({
  title: name,
  isGguf: true,
  files: [{ name, bytes, hash }],
});
const models = [file('q4.gguf', 98_000_123), file('q8.gguf', 150e6)];
const place = { repo: 'me/tiny', revision: 'main', commit: '1234567890abcdef', mirror: 'https://a.b' };
const facts = { family: 'Qwen3', parameters: 135e6, context: 2048, vocabulary: 49_152, estimates: [] };

test('a model is downloaded only once it is known what it is, and its exact bytes are said', async () => {
  const [onchoose, ondownload] = [vi.fn(), vi.fn()];
  const chosen = models[0] ?? expect.fail();
  const { rerender } = render(HubFound, {
    place,
    models,
    chosen,
    facts: null,
    disabled: false,
    onchoose,
    ondownload,
  });
  expect(screen.getByText('me/tiny at commit 1234567')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  await rerender({ facts });
  expect(screen.getByText(/Qwen3, 135 million parameters, 98 MB/u)).toBeTruthy();
  expect(screen.getByText('98,000,123 bytes in one file.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Download 98 MB' }));
  expect(ondownload).toHaveBeenCalledOnce();
  await userEvent.selectOptions(screen.getByLabelText('File'), 'q8.gguf · 150 MB');
  expect(onchoose).toHaveBeenCalledWith(models[1]);
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
  render(HubModels, { settings: plainSettings, isBusy: false, onkept: vi.fn() });
  const link = screen.getByRole('link', { name: 'Connect…' });
  expect(link.getAttribute('href')).toBe(`./connected.html${location.hash}`);
  expect(screen.queryByRole('textbox')).toBeNull();
});
