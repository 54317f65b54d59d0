import { createRawSnippet } from 'svelte';
import { render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import Guarded from './Guarded.svelte';

test('a part that cannot be drawn says so, and is drawn again when asked', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let isBroken = true;
  const children = createRawSnippet(() => ({
    render() {
      if (isBroken) throw new Error('two of one key');
      return '<p>the chart</p>';
    },
  }));
  render(Guarded, { children });
  expect((await screen.findByTestId('not-drawn')).textContent).toContain('could not be shown');
  expect(log).toHaveBeenCalledWith(new Error('two of one key'));
  isBroken = false;
  screen.getByRole('button', { name: 'Try again' }).click();
  expect(await screen.findByText('the chart')).toBeTruthy();
  expect(screen.queryByTestId('not-drawn')).toBeNull();
  log.mockRestore();
});
