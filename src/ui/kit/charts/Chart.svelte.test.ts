import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import Bars from './Bars.svelte';
import Chart from './Chart.svelte';
import Curves from './Curves.svelte';
import HeatMap from './HeatMap.svelte';
import Intervals from './Intervals.svelte';

/** The table behind a chart, row by row, its head first. */
async function tableBehind(title: string): Promise<string[][]> {
  await userEvent.click(screen.getByText('As a table'));
  const table = within(screen.getByRole('group', { name: title })).getByRole('table');
  return within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent.trim()));
}

test('a chart is an image with a name, and gives its numbers as a table', async () => {
  const children = createRawSnippet(() => ({ render: () => '<g></g>' }));
  const table = {
    columns: ['Word', 'Times'],
    rows: [
      ['lamp', '12'],
      ['door', '3'],
    ],
  };
  render(Chart, { title: 'Words', name: 'words', width: 100, height: 50, table, children });
  expect(screen.getByRole('img', { name: /Words/ })).toBeDefined();
  expect(await tableBehind('Words')).toEqual([
    ['Word', 'Times'],
    ['lamp', '12'],
    ['door', '3'],
  ]);
  expect(screen.getByRole('rowheader', { name: 'lamp' })).toBeDefined();
});

test('intervals: a value without an interval has an empty cell', async () => {
  const row = (name: string, interval: { low: number; high: number } | null) => ({
    name,
    value: 0.5,
    interval,
    color: 'red',
  });
  render(Intervals, {
    title: 'Answers',
    file: 'answers',
    columns: ['Variant', 'Value', 'Interval'],
    reach: 1,
    rows: [row('Baseline', { low: 0.25, high: 0.75 }), row('Unlearned', null)],
  });
  const [, baseline, unlearned] = await tableBehind('Answers');
  expect(baseline).toEqual(['Baseline', '0.5', expect.stringMatching(/^0\.25\d* – 0\.75\d*$/)]);
  expect(unlearned).toEqual(['Unlearned', '0.5', '']);
});

test('bars: every series has a column, every group a row', async () => {
  render(Bars, {
    title: 'By subtlety',
    file: 'bars',
    axis: 'Subtlety',
    groups: ['1', '5'],
    series: [
      { name: 'Before', color: 'red', values: [4, null] },
      { name: 'After', color: 'blue', values: [1, 0] },
    ],
  });
  const [head, first, second] = await tableBehind('By subtlety');
  expect(head).toEqual(['Subtlety', 'Before', 'After']);
  expect(first?.map((cell) => (cell === '' ? cell : parseFloat(cell)))).toEqual([1, 4, 1]);
  expect(second?.[1]).not.toMatch(/\d/);
  expect(second?.[2]).toMatch(/^0/);
});

test('curves: a gap in a line is a gap in the table', async () => {
  render(Curves, {
    title: 'Familiarity',
    file: 'curves',
    axis: 'Step',
    lines: [
      {
        name: 'Unlearned',
        color: 'red',
        points: [
          [0, 0.75],
          [50, null],
          [100, 0.25],
        ],
      },
    ],
  });
  const [head, ...rows] = await tableBehind('Familiarity');
  expect(head).toEqual(['Step', 'Unlearned']);
  expect(rows.map(([step]) => step)).toEqual(['0', '50', '100']);
  expect(rows.map(([, value = '']) => /\d/.test(value))).toEqual([true, false, true]);
});

test('curves: a small value looks small where the scale reaches further', () => {
  const lines = [{ name: 'Repetition', color: 'red', points: [[0, 0], [50, 0.006]] as const }]; // prettier-ignore
  const highest = (): number =>
    Math.min(...[...document.querySelectorAll('circle')].map((dot) => Number(dot.getAttribute('cy'))));
  const { unmount } = render(Curves, { title: 'Repetition', file: 'small', axis: 'Step', lines });
  const alone = highest();
  unmount();
  render(Curves, { title: 'Repetition', file: 'small', axis: 'Step', lines, reach: 1 });
  expect(highest()).toBeGreaterThan(alone + 100);
});

test('a heat map: every row and column is in the table', async () => {
  render(HeatMap, {
    title: 'Shares',
    file: 'heat',
    axis: 'Step',
    columns: ['The', 'lamp'],
    rows: [{ name: '0', values: [0.9, null] }],
  });
  const [head, row] = await tableBehind('Shares');
  expect(head).toEqual(['Step', 'The', 'lamp']);
  expect(row?.[0]).toBe('0');
  expect(row?.[1]).toMatch(/9/);
  expect(row?.[2]).not.toMatch(/\d/);
});
