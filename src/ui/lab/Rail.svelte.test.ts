import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import type { ComponentProps } from 'svelte';
import { expect, test, vi } from 'vitest';
import { labScreens } from '../address/screen-names';
import Rail from './Rail.svelte';

type Props = ComponentProps<typeof Rail>;

function show(some: Partial<Props> = {}) {
  const actions = { ongo: vi.fn<Props['ongo']>(), onrun: vi.fn() };
  render(Rail, {
    shown: labScreens,
    current: 'text',
    statuses: {
      read: 'skipped',
      reinforce: 'done',
      label: 'outOfDate',
      unlearn: 'running',
      evaluate: 'empty',
    },
    canRun: true,
    ...actions,
    ...some,
  });
  return actions;
}

const steps = () => within(screen.getByRole('list')).getAllByRole('button');

test('lists the screens with the status of each stage, and marks the current one', () => {
  show({ current: 'label' });
  expect(steps()).toHaveLength(labScreens.length);
  expect(screen.getByRole('button', { name: /Labels/ }).textContent).toContain('out of date');
  expect(steps().filter((step) => step.getAttribute('aria-current') === 'step')).toEqual([
    screen.getByRole('button', { name: /Labels/ }),
  ]);
});

test('reports the screen to go to, and numbers only those that are shown', async () => {
  const { ongo } = show({ shown: ['anchors', 'evaluate'] });
  expect(steps().map(({ textContent }) => Number.parseInt(textContent, 10))).toEqual([1, 2]);
  await userEvent.click(screen.getByRole('button', { name: /Evaluate/ }));
  expect(ongo).toHaveBeenCalledExactlyOnceWith('evaluate');
});

test('runs everything, unless it cannot', async () => {
  const { onrun } = show();
  await userEvent.click(screen.getByRole('button', { name: 'Run all' }));
  expect(onrun).toHaveBeenCalledOnce();
});

test('without a model, nothing can be run', () => {
  show({ canRun: false });
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Run all' }).disabled).toBe(true);
});
