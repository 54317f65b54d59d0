import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { defaultSettings } from '../../methods/settings';
import type { CatalogEntry } from '../run/catalogue';
import type { Failure } from '../kit/failure';
import Setup from './Setup.svelte';

const entry: CatalogEntry = {
  title: { en: 'Base', zh: '基线' },
  model: 'models/base',
  world: 'worlds/saga',
  bytes: 9_000_000,
};

function show(entries: readonly CatalogEntry[], failure: Failure | null = null) {
  const opening = { entries, failure, missing: null, fetch: vi.fn(() => Promise.resolve()) };
  const actions = { chooseBackend: vi.fn(), load: vi.fn(), loadAndRunAll: vi.fn() };
  const model = {
    entry: null,
    backend: 'wasm',
    phase: { kind: 'idle' },
    loaded: null,
    memory: 0,
    isBusy: false,
  } as const;
  const form = { settings: defaultSettings, disabled: false, onchange: vi.fn() };
  render(Setup, { opening, model, actions, form });
  return { fetch: opening.fetch, load: actions.load };
}
const button = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Load' });

test('nothing can be loaded before the list of models is there', () => {
  show([]);
  expect(button().disabled).toBe(true);
});

test('the buttons are there before the models, so that nothing moves under the pointer when they come', () => {
  show([]);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Load and run all (…)' }).disabled).toBe(true);
});

test('the chosen model is loaded', async () => {
  const { load } = show([entry]);
  await userEvent.click(button());
  expect(load).toHaveBeenCalledWith(entry);
});

test('what could not be fetched is fetched again', async () => {
  const { fetch, load } = show([], { plain: null, message: 'cut off' });
  await userEvent.click(button());
  expect(fetch).toHaveBeenCalledOnce();
  expect(load).not.toHaveBeenCalled();
});
