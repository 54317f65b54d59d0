import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Curves from './Curves.svelte';

test('a curve with two values at one step, as a report of another version may have it, is drawn', () => {
  const points = [[0, 5], [1, 3], [1, 2]] as const; // prettier-ignore
  render(Curves, {
    title: 'Familiarity',
    file: 'x',
    axis: 'step',
    lines: [{ name: 'it', color: 'green', points }],
  });
  expect(screen.getAllByText(/^it, /u)).toHaveLength(3);
});
