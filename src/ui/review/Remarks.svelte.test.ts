import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { LanguageAnswer, LanguageData } from '../../review/tasks/language';
import { aSession } from './a-session';
import Remarks from './Remarks.svelte';

async function show(isDecided: boolean) {
  const session = await aSession(['lamp', 'door']);
  if (isDecided) session.accept();
  const { item } = session;
  if (!item) throw new Error('The session shows no item.');
  const { rerender } = render(Remarks<LanguageData, LanguageAnswer>, { session, item });
  return { session, rerender };
}

test('reason and comment entered before the decision are added to it', async () => {
  const { session } = await show(false);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Reason' }), 'not grammatical');
  await userEvent.type(screen.getByRole('textbox', { name: 'Comment' }), 'odd');
  await userEvent.tab();
  expect(session.decision).toBeNull();
  session.accept();
  expect(session.decision).toMatchObject({ reason: 'ungrammatical', comment: 'odd' });
});

test('entered after the decision, they change it, and "none" removes the reason', async () => {
  const { session } = await show(true);
  const reason = screen.getByRole('combobox', { name: 'Reason' });
  await userEvent.selectOptions(reason, 'does not fit here');
  expect(session.decision).toMatchObject({ reason: 'out-of-place' });
  await userEvent.selectOptions(reason, 'none');
  expect(session.decision).toMatchObject({ reason: null });
});

test('only the reasons of the task are offered', async () => {
  const { session } = await show(false);
  const options = screen.getAllByRole('option').map((option) => option.getAttribute('value'));
  expect(options).toEqual(['', ...session.task.reasons]);
});

test('an item can be marked as gold only once it is decided', async () => {
  await show(false);
  expect(screen.getByRole('checkbox', { name: 'Use as a known answer' })).toHaveProperty('disabled', true);
});

test('the decision becomes the gold answer, and can be unmarked', async () => {
  const { session, rerender } = await show(true);
  const golden = screen.getByRole('checkbox', { name: 'Use as a known answer' });
  await userEvent.click(golden);
  expect(session.item?.golden).toEqual({ verdict: 'correct', replacement: null });
  if (session.item) await rerender({ item: session.item });
  await userEvent.click(golden);
  expect(session.item?.golden).toBeNull();
});
