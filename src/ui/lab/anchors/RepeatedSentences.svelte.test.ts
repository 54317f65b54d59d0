import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import RepeatedSentences from './RepeatedSentences.svelte';

const said = 'Small steps cross water. Empty hands row much faster.';
const texts = {
  forget: { title: 'a', passages: [said, 'It rains.', said, said] },
  retain: { title: 'b', passages: ['It rains.'] },
  dictionary: [],
};

function show(dataset: typeof texts & { readonly sentences?: readonly string[] }, isUsed = true) {
  const onchange = vi.fn();
  render(RepeatedSentences, { dataset, isUsed, disabled: false, onchange });
  return onchange;
}

const box = (sentence: string): HTMLInputElement =>
  screen.getByRole('checkbox', { name: `Forget “${sentence}”`, hidden: true });

test('each is shown with the passages that say it, and can be left alone', async () => {
  const onchange = show(texts);
  expect(screen.getAllByText('1, 3, 4')).toHaveLength(2);
  await userEvent.click(box('Small steps cross water'));
  expect(onchange).toHaveBeenCalledWith(['Empty hands row much faster']);
});

test('those that were rejected can be taken back; all of them are no choice of their own', async () => {
  const onchange = show({ ...texts, sentences: ['Empty hands row much faster'] });
  expect(box('Small steps cross water').checked).toBe(false);
  await userEvent.click(box('Small steps cross water'));
  expect(onchange).toHaveBeenCalledWith(null);
});

test('without the rule nothing can be chosen, and it is said why', () => {
  show(texts, false);
  expect(box('Small steps cross water').disabled).toBe(true);
  expect(screen.getByText(/“Forget repeated sentences” is off/)).toBeTruthy();
});
