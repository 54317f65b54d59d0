import { createRawSnippet } from 'svelte';
import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { methods } from '../../../methods/catalogue';
import { noActions, readyStage, stageCases } from './stage-cases';
import MadeStageFrame from './MadeStageFrame.svelte';
import type { StageView } from '../../run/stage-view';

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

test('what Unlearn does is said in the words of the method', () => {
  const { unmount } = show({ ...readyStage, name: 'unlearn' });
  expect(screen.getByText(/with the generic labels/)).toBeTruthy();
  unmount();
  const { container } = show({ ...readyStage, name: 'unlearn', method: 'gradDiff' });
  expect(screen.getByText(methods.gradDiff.words.en.unlearn.purpose)).toBeTruthy();
  expect(container.textContent).not.toContain('generic labels');
  const paper = screen.getByText<HTMLAnchorElement>(/The passage in the paper/);
  expect(paper.href).toBe('https://arxiv.org/pdf/2401.06121');
});

test('a stage that the method leaves out has no settings; one that they switch off keeps them', () => {
  const settings = createRawSnippet(() => ({ render: () => '<p>fields</p>' }));
  const frame = (by: 'method' | 'settings') =>
    render(MadeStageFrame, {
      view: { ...readyStage, status: { kind: 'skipped', by } },
      actions: noActions,
      settings,
      children,
    });
  frame('method');
  expect(screen.queryByText('fields')).toBeNull();
  frame('settings');
  expect(screen.getByText('fields')).toBeTruthy();
});

test('a recorded result gives its seed', () => {
  show({ ...readyStage, status: { kind: 'recorded', seed: 7 } });
  expect(screen.getByTestId('recorded').textContent).toContain('seed 7');
});

test('a training that diverged offers its last good state', async () => {
  const diverged = stageCases.find(({ name }) => name.startsWith('diverged'));
  const rescue = vi.fn();
  show(diverged?.view ?? readyStage, { ...noActions, rescue });
  await userEvent.click(screen.getByRole('button', { name: 'Use the model of step 60' }));
  expect(rescue).toHaveBeenCalledOnce();
});
