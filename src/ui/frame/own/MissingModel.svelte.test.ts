import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import MissingModel from './MissingModel.svelte';

test('names the model that the browser lacks, with the button that opens it', async () => {
  const onopen = vi.fn();
  const { rerender } = render(MissingModel, { name: 'tiny.gguf', onopen });
  expect(screen.getByTestId('missing-model').textContent).toContain('tiny.gguf');
  await userEvent.click(screen.getByRole('button', { name: 'Open this model' }));
  expect(onopen).toHaveBeenCalledOnce();
  await rerender({ name: null });
  expect(screen.queryByTestId('missing-model')).toBeNull();
});
