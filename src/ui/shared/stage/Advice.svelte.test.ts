import { render, screen } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { setLanguage } from '../../i18n/i18n.svelte';
import { sentences } from '../../i18n/sentence-gap';
import Advice from './Advice.svelte';

afterEach(() => setLanguage('en'));

/** What the page shows of advice in the language in use. */
function shown(): string[] {
  const words = {
    title: '',
    passage: '“A”',
    purpose: '',
    tryThis: 'B',
    why: 'C',
    source: 'https://arxiv.org/abs/1',
  };
  const { container } = render(Advice, { words });
  return [...container.querySelectorAll('p')].map(({ textContent }) => textContent);
}

test('in English a colon and a full stop are followed by a space', () => {
  expect(shown()).toEqual(['Try this: B', 'C', 'The passage in the paper: “A”']);
  expect(screen.getByText('Try this:')).toBeTruthy();
  expect(sentences('One.', false, 'Two.')).toBe('One. Two.');
});

test('in Chinese they are as wide as a letter, with nothing after them', async () => {
  await setLanguage('zh');
  expect(shown()).toEqual(['试一试：B', 'C', '论文中的相关段落：“A”']);
  expect(sentences('一。', false, '二。')).toBe('一。二。');
});
