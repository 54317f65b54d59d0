import { createRawSnippet } from 'svelte';
import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Lazy from './Lazy.svelte';

const children = createRawSnippet((loaded: () => unknown) => ({
  render: () => `<p>got ${String(loaded())}</p>`,
}));

test('shows nothing until the component is there', async () => {
  let arrive: (module: { default: string }) => void = () => undefined;
  render(Lazy, { load: () => new Promise((resolve) => (arrive = resolve)), children });
  expect(screen.queryByText('got it')).toBeNull();
  arrive({ default: 'it' });
  expect(await screen.findByText('got it')).toBeTruthy();
});

test('says why a component cannot be fetched, and fetches it again', async () => {
  let isDown = true;
  const load = (): Promise<{ default: string }> =>
    isDown ? Promise.reject(new Error('no network')) : Promise.resolve({ default: 'it' });
  render(Lazy, { load, children });
  const alert = await screen.findByRole('alert', {}, { timeout: 10_000 });
  expect(alert.textContent).toContain('no network');
  isDown = false;
  screen.getByRole('button', { name: 'Try again' }).click();
  expect(await screen.findByText('got it')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});
