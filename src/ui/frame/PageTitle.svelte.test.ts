import { render } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { setLanguage } from '../i18n/i18n.svelte';
import PageTitle from './PageTitle.svelte';

afterEach(() => setLanguage('en'));

test('the tab says how far the run is, and the name of the page before and after', async () => {
  const { rerender } = render(PageTitle, { time: null });
  const plain = document.title;
  expect(plain).toMatch(/^Lethe/);
  await rerender({ time: { stage: 'unlearn', stageShare: 0.372 } });
  expect(document.title).toBe('37% Unlearn · Lethe');
  await rerender({ time: null });
  expect(document.title).toBe(plain);
});

test('the title is in the language of the page', async () => {
  await setLanguage('zh');
  render(PageTitle, { time: null });
  expect(document.title).toMatch(/^Lethe.*[一-鿿]/u);
});
