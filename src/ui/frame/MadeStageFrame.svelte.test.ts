import { createRawSnippet } from 'svelte';
import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { noActions, readyStage, stageCases } from '../gallery/stage-cases';
import MadeStageFrame from './MadeStageFrame.svelte';
import type { StageView } from './stage-view';

const children = createRawSnippet(() => ({ render: () => '<p>the result</p>' }));
const show = (view: StageView, actions = noActions) => render(MadeStageFrame, { view, actions, children });

test('an outdated result stays, and what changed is named', () => {
  show({ ...readyStage, status: { kind: 'outOfDate', because: ['dictionary'] } });
  expect(screen.getByTestId('stale').textContent).toContain('the dictionary changed');
  expect(screen.getByText('the result')).toBeTruthy();
});

test('a stage that the method leaves out has no buttons, and names the method', () => {
  show({ ...readyStage, method: 'gradDiff', status: { kind: 'skipped', by: 'method' } });
  expect(screen.getByTestId('skipped').textContent).toBe('Not used by Gradient difference.');
  expect(screen.queryByRole('button')).toBeNull();
});

test('a stage that the settings leave out says so', () => {
  show({ ...readyStage, status: { kind: 'skipped', by: 'settings' } });
  expect(screen.getByTestId('skipped').textContent).toBe('Not used with these settings.');
});

test('a recorded result gives its seed', () => {
  show({ ...readyStage, status: { kind: 'recorded', seed: 7 } });
  expect(screen.getByTestId('recorded').textContent).toContain('seed 7');
});

test('a training that diverged offers its last good state', async () => {
  const diverged = stageCases.find(({ name }) => name.startsWith('diverged'));
  const rescue = vi.fn();
  show(diverged?.view ?? readyStage, { ...noActions, rescue });
  await userEvent.click(screen.getByRole('button', { name: 'Take the state of step 60' }));
  expect(rescue).toHaveBeenCalledOnce();
});
