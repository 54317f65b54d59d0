import { render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Inspected } from '../../run/own/inspect';
import { defaultSettings } from '../../../methods/settings';
import { microConfig } from '../../../model/micro';
import Found from './Found.svelte';
import KeptModelRow from '../../shared/hub/KeptModelRow.svelte';

const model = {
  id: 'ab12',
  path: 'own/ab12/tiny.gguf',
  title: 'tiny.gguf',
  bytes: 2e6,
  parameters: 1.5e6,
  family: 'Qwen3',
  isOnDisk: false,
  files: ['tiny.gguf'],
};
const file = new File([new Uint8Array(2e6)], 'tiny.gguf');
const found: Inspected = {
  model,
  files: [{ name: 'tiny.gguf', folders: [], file }],
  facts: {
    family: 'Qwen3',
    parameters: 1.5e6,
    context: 2048,
    vocabulary: 49_152,
    estimates: [
      { bits: '32', fits: null },
      { bits: '4', fits: { plan: 'layered', bytes: 1.2e9 } },
    ],
  },
  config: microConfig,
  settings: defaultSettings,
};
const time = createRawSnippet(() => ({ render: () => '<p>A minute</p>' }));
const actions = () => ({ onkeep: vi.fn(), oncancel: vi.fn(), disabled: false, time });

test('says what a model is, what it takes, and what will be copied, before it is kept', async () => {
  const { onkeep, oncancel } = actions();
  render(Found, { found, share: null, onkeep, oncancel, disabled: false, time });
  expect(screen.getByText(/Qwen3, 1.5 million parameters, 2 MB. 49,152 tokens/u)).toBeTruthy();
  expect(screen.getAllByRole('listitem').map((one) => one.textContent.trim())).toEqual([
    '32 bits: does not fit',
    '4 bits: 1.2 GB (Layer by layer)',
  ]);
  expect(screen.getByText('2 MB will be copied into this browser.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Add to your models' }));
  expect(onkeep).toHaveBeenCalledOnce();
});

test('what is on disk is not copied', () => {
  const handle = {} as FileSystemFileHandle;
  const onDisk = { ...found, files: [{ name: 'tiny.gguf', folders: [], file, handle }] };
  render(Found, { found: onDisk, share: null, ...actions() });
  expect(screen.getByText(/nothing is copied/u)).toBeTruthy();
});

test('while it is copied, it can be cancelled', async () => {
  const { onkeep, oncancel } = actions();
  render(Found, { found, share: 0.25, onkeep, oncancel, disabled: false, time });
  expect(screen.getByRole('progressbar')).toHaveProperty('value', 0.25);
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(oncancel).toHaveBeenCalledOnce();
});

test('a model is deleted only when that is confirmed, and never while it is loaded', async () => {
  const onremove = vi.fn();
  const { rerender } = render(KeptModelRow, { model, isLoaded: false, disabled: false, onremove });
  await userEvent.click(screen.getByRole('button', { name: 'Delete: tiny.gguf' }));
  expect(onremove).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Delete now: tiny.gguf' }));
  expect(onremove).toHaveBeenCalledOnce();
  await rerender({ isLoaded: true });
  expect(screen.queryByRole('button')).toBeNull();
});
