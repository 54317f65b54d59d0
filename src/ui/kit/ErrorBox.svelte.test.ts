import { render, screen } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { release } from '../browser/offline/release.svelte';
import { setLanguage } from '../i18n/i18n.svelte';
import ErrorBox from './ErrorBox.svelte';

const missing = {
  plain: { code: 'file/missing', params: { path: 'models/base/config.json', status: '404' } },
} as const;

afterEach(() => setLanguage('en'));

test('an error of the catalogue is an alert that names the place and says what to try', () => {
  render(ErrorBox, { failure: missing });
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toContain('models/base/config.json');
  expect(alert.querySelector('span')?.textContent).not.toBe('');
});

test('an error that is in no catalogue shows its own message', () => {
  render(ErrorBox, { failure: { plain: null, message: 'Disk on fire' } });
  expect(screen.getByRole('alert').textContent.trim()).toBe('Disk on fire.');
});

test('what can be tried again has a button for it', () => {
  const onretry = vi.fn();
  render(ErrorBox, { failure: missing, onretry });
  screen.getByRole('button', { name: 'Try again' }).click();
  expect(onretry).toHaveBeenCalledOnce();
});

test.each(['file/part-missing', 'worker/stopped', 'runtime/not-started'] as const)(
  'after %s the page looks for a newer version, which may have replaced the file',
  (code) => {
    const check = vi.spyOn(release, 'check').mockResolvedValue();
    render(ErrorBox, { failure: { plain: { code, params: { reason: 'HTTP 404' } } } });
    expect(check).toHaveBeenCalledOnce();
    check.mockRestore();
  },
);

test('it follows the language of the page', async () => {
  render(ErrorBox, { failure: missing });
  const english = screen.getByRole('alert').textContent;
  await setLanguage('zh');
  await expect.poll(() => screen.getByRole('alert').textContent).not.toBe(english);
  expect(screen.getByRole('alert').textContent).toMatch(/\p{Script=Han}/u);
});
