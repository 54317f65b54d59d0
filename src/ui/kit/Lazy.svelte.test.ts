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

test('says why a component cannot be fetched', async () => {
  render(Lazy, { load: () => Promise.reject(new Error('no network')), children });
  expect((await screen.findByRole('alert')).textContent).toContain('no network');
});
