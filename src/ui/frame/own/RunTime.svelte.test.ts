import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import RunTime from './RunTime.svelte';

const idle = { seconds: null, isMeasuring: false, failure: null, oncancel: vi.fn() };

test('the time of a run is measured when that is asked for, and said as an estimate', async () => {
  const onmeasure = vi.fn();
  const { rerender } = render(RunTime, { ...idle, onmeasure });
  expect(screen.getByText('How long a run takes here is not measured yet.')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Measure it' }));
  expect(onmeasure).toHaveBeenCalledOnce();
  await rerender({ seconds: 410 });
  expect(screen.getByText(/^Training takes about 7 min on WASM here/)).toBeDefined();
});

test('the measurement can be cancelled, and is not offered while a model is loaded', async () => {
  const oncancel = vi.fn();
  const { rerender } = render(RunTime, { ...idle, isMeasuring: true, oncancel });
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(oncancel).toHaveBeenCalledOnce();
  await rerender({ isMeasuring: false, failure: { plain: null, message: 'out of memory' } });
  expect(screen.getByText(/out of memory/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Measure it' })).toBeNull();
});
