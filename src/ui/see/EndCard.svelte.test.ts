import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { router } from '../address/router.svelte';
import type { SeeView } from '../run/see-view';
import EndCard from './EndCard.svelte';
import { doneView, noSeeActions } from './see-cases';

const prompt = 'the youngest of the wicks is';
const pressed = (name: string) => userEvent.click(screen.getByRole('button', { name }));

function show(some: Partial<SeeView> = {}) {
  const actions = { ...noSeeActions, ask: vi.fn(), askOwn: vi.fn(), save: vi.fn(() => Promise.resolve()) };
  const view = { ...doneView, ...some };
  return { actions, view, ...render(EndCard, { view, actions, prompt }) };
}

test('says in words and figures what the run did', () => {
  show();
  const { textContent } = screen.getByTestId('end-card');
  expect(textContent).toContain('It has forgotten the book.');
  expect(textContent).toContain('98%');
  expect(textContent).toContain('2%');
});

test('of a text of the user’s, it speaks of that text and of no book', () => {
  show({ subject: { forget: 'own', keep: 'book' } });
  const { textContent } = screen.getByTestId('end-card');
  expect(textContent).toContain('It has forgotten your text.');
  expect(textContent).not.toMatch(/book/i);
});

test('a training that was ended early says so', () => {
  show({ end: { ending: 'stoppedByUser', steps: 32, of: 260, seconds: 40 } });
  expect(screen.getByTestId('end-card').textContent).toContain('after 32 of 260 steps');
});

test('asks the sentence on the screen by itself, once, and another one when that is shown', async () => {
  const { actions, view, rerender } = show();
  expect(actions.ask).toHaveBeenCalledExactlyOnceWith(prompt);
  await rerender({ view: { ...view, isBusy: true }, actions, prompt });
  await rerender({
    view: { ...view, answered: { prompt, before: 'Maelis Quill', after: 'Lucy Hill' } },
    actions,
    prompt,
  });
  expect(actions.ask).toHaveBeenCalledOnce();
  expect(screen.getByTestId('asked-again').textContent).toContain('Maelis Quill');
  expect(screen.getByTestId('asked-again').textContent).toContain('Lucy Hill');
  await rerender({ view, actions, prompt: 'She went to' });
  expect(actions.ask).toHaveBeenLastCalledWith('She went to');
});

test('asks nothing after a visit in which nothing ran, or while something works', () => {
  expect(show({ ending: null }).actions.ask).not.toHaveBeenCalled();
  expect(show({ isBusy: true }).actions.ask).not.toHaveBeenCalled();
});

test('leads to the prompt, to what was lost, and saves', async () => {
  const { actions } = show();
  await pressed('Ask your own');
  expect(actions.askOwn).toHaveBeenCalledOnce();
  await pressed('Save');
  expect(actions.save).toHaveBeenCalledOnce();
  await pressed('What was lost?');
  expect(router.route).toBe('lab/evaluate');
});

test('says why it could not be saved', async () => {
  const { actions } = show();
  actions.save.mockRejectedValue(new Error('no room'));
  await pressed('Save');
  expect(screen.getByRole('alert').textContent).toContain('no room');
});
