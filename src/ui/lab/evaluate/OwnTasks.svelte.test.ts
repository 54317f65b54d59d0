import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import OwnTasks from './OwnTasks.svelte';

const item = {
  question_stem: 'Ice is',
  choices: { text: ['cold', 'hot'], label: ['A', 'B'] },
  answerKey: 'A',
};
const choice = { prompt: 'Ice is', options: ['cold', 'hot'], answer: 0 };

test('a file becomes a task beside those that are there, and each can be removed', async () => {
  const onchange = vi.fn();
  const old = { name: 'old', items: [choice, choice] };
  render(OwnTasks, { tasks: [old], disabled: false, onchange });
  expect(screen.getByTestId('own-tasks').textContent).toContain('old: 2 items');
  const user = userEvent.setup();
  const file = new File([`${JSON.stringify(item)}\nno JSON`], 'ice.jsonl');
  await user.upload(screen.getByLabelText(/^Files of tasks/u), file);
  await vi.waitFor(() => expect(onchange).toHaveBeenLastCalledWith([old, { name: 'ice', items: [choice] }]));
  expect(screen.getByTestId('rejected-tasks').textContent).toMatch(/ice\.jsonl,\s*Line 2: expected JSON/u);
  await user.click(screen.getByRole('button', { name: 'Remove: old' }));
  expect(onchange).toHaveBeenLastCalledWith([]);
});

test('a file without an item changes nothing, and says so', async () => {
  const onchange = vi.fn();
  render(OwnTasks, { tasks: [], disabled: false, onchange });
  await userEvent.setup().upload(screen.getByLabelText(/^Files of tasks/u), new File(['x'], 'bad.jsonl'));
  expect(await screen.findByText('bad.jsonl: no item can be used.')).toBeTruthy();
  expect(onchange).not.toHaveBeenCalled();
  expect(screen.queryByTestId('own-tasks')).toBeNull();
});
