import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import Scatter from './Scatter.svelte';

function show() {
  const onchoose = vi.fn<(id: string) => void>();
  const dot = (id: string, x: number, isMark = false) => ({
    id,
    name: id,
    color: 'green',
    x,
    y: 0.5,
    members: [],
    isChosen: false,
    onchoose: isMark ? null : () => onchoose(id),
  });
  render(Scatter, {
    title: 'Two shares',
    file: 'x',
    dots: [dot('before', 0, true), dot('first', 0.2), dot('second', 0.8)],
    axes: { x: 'forgotten', y: 'kept', name: 'Run' },
  });
  return onchoose;
}

test('the chart is one tab stop; arrow keys move in it, and Enter chooses', async () => {
  const onchoose = show();
  const user = userEvent.setup();
  await user.tab();
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(
    /^before: forgotten 0\.0%, kept 50\.0%$/,
  );
  await user.keyboard('{Enter}');
  expect(onchoose).not.toHaveBeenCalled(); // a mark is only to compare with
  await user.keyboard('{ArrowRight}{ArrowRight}{Enter}');
  expect(onchoose.mock.lastCall).toEqual(['second']);
  await user.keyboard('{ArrowRight}{ArrowRight} ');
  expect(onchoose.mock.lastCall).toEqual(['first']); // it went round
  await user.tab();
  expect(document.activeElement?.hasAttribute('data-dot')).toBe(false);
});

test('what it shows is a table, too', () => {
  show();
  const rows = screen.getAllByRole('row', { hidden: true }).map(({ children }) => [...children].map((cell) => cell.textContent)); // prettier-ignore
  expect(rows).toContainEqual(['second', '80.0%', '50.0%']);
});
