import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { runs as texts } from '../i18n/en/runs';
import { addEnglish } from '../i18n/i18n.svelte';
import { microRun, withAlpha } from './micro-runs';
import type { OwnFiles } from './own-files';
import Runs from './Runs.svelte';

addEnglish({ runs: texts });

const runs = [microRun(1, 0.5), microRun(2, 0.1), microRun(3, 0.9, withAlpha(2))];

function show(part: { cannotRun?: string; runs?: typeof runs; ownFiles?: OwnFiles } = {}) {
  const on = { onshow: vi.fn(), onagain: vi.fn(), oncluster: vi.fn(), onpin: vi.fn(), onremove: vi.fn() };
  render(Runs, { runs, cannotRun: '', ...on, ...part });
  return on;
}

const table = () => screen.getByTestId('runs');
const order = (): string[] =>
  within(table())
    .getAllByRole('rowheader')
    .map(({ textContent }) => /Runs? [\d, ]+/.exec(textContent)?.[0] ?? '');
const sorted = (column: string): string | null | undefined =>
  screen
    .getByRole('button', { name: `Sort by ${column}` })
    .closest('th')
    ?.getAttribute('aria-sort');

test('seeds of the same settings are one row with mean and deviation, and can be apart', async () => {
  show();
  expect(order()).toEqual(['Run 3', 'Runs 1, 2']);
  expect(within(table()).getByText(/30% ± 28\.3%/)).toBeDefined();
  expect(within(table()).getByText('alpha = 2')).toBeDefined();
  await userEvent.click(screen.getByRole('checkbox', { name: /One row/ }));
  expect(order()).toEqual(['Run 3', 'Run 2', 'Run 1']);
});

test('the button of a column sorts, and sorts the other way when pressed again', async () => {
  show();
  expect(sorted('Run')).toBe('descending');
  const button = screen.getByRole('button', { name: 'Sort by Right answers' });
  await userEvent.click(button);
  expect(order()).toEqual(['Runs 1, 2', 'Run 3']);
  expect(sorted('Right answers')).toBe('ascending');
  expect(sorted('Run')).toBe('none');
  await userEvent.click(button);
  expect(order()).toEqual(['Run 3', 'Runs 1, 2']);
});

test('the filter keeps matching runs, and says when there are none', async () => {
  show();
  const box = screen.getByRole('searchbox');
  await userEvent.type(box, 'alpha = 2');
  expect(order()).toEqual(['Run 3']);
  await userEvent.type(box, ' and more');
  expect(screen.getByText('No run matches the filter.')).toBeDefined();
});

test('two rows that are ticked are side by side; a third replaces the first', async () => {
  show();
  await userEvent.click(screen.getByRole('checkbox', { name: /One row/ }));
  const tick = (n: number) => screen.getByRole('checkbox', { name: `Compare: Run ${n}` });
  for (const n of [1, 2, 3]) await userEvent.click(tick(n));
  expect([1, 2, 3].map((n) => (tick(n) as HTMLInputElement).checked)).toEqual([false, true, true]);
  const both = screen.getByRole('table', { name: 'Run 2 and Run 3 side by side' });
  const row = within(both).getByRole('row', { name: /^Right answers Unlearned/ });
  expect([...row.children].map(({ textContent }) => textContent.trim()).slice(2)).toEqual([
    '10%',
    '90%',
    '+80%',
    'Run 2',
  ]);
});

test('an opened row has its settings and its buttons; a pinned run cannot be deleted', async () => {
  const on = show({ runs: [microRun(1, 0.5, { isPinned: true }), microRun(2, 0.1)] });
  await userEvent.click(screen.getByRole('button', { name: /Runs 1, 2/, expanded: false }));
  await userEvent.click(screen.getByRole('button', { name: 'Show its report: Run 2' }));
  expect(on.onshow.mock.lastCall?.[0]).toMatchObject({ id: 'run-2' });
  await userEvent.click(screen.getByRole('button', { name: 'Take this run to a cluster: Run 1' }));
  expect(on.oncluster.mock.lastCall?.[0]).toMatchObject({ id: 'run-1' });
  await userEvent.click(screen.getByRole('button', { name: 'Delete: Run 1' }));
  expect(on.onremove).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Delete: Run 2' }));
  expect(on.onremove.mock.lastCall?.[0]).toMatchObject({ id: 'run-2' });
  await userEvent.click(screen.getByRole('button', { name: 'Pin: Run 2' }));
  expect(on.onpin.mock.lastCall?.[0]).toMatchObject({ id: 'run-2' });
});

test('a run whose source is not known has no command, and says why; another has one', async () => {
  show({ runs: [microRun(1, 0.5), microRun(2, 0.1, { ...withAlpha(2), source: { model: 'models/base', world: 'worlds/marrowmere' } })] }); // prettier-ignore
  await userEvent.click(screen.getByRole('button', { name: /Run 1/, expanded: false }));
  expect(screen.queryByTestId('command')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: /Run 2/, expanded: false }));
  expect(screen.getByTestId('command').textContent).toBe(
    'npm run unlearn -- --set alpha=2 --seed 1 --evaluate core --json run.json',
  );
});

test('the command of a model of the user’s own says what belongs in the place of its path', async () => {
  const source = { model: 'own/ab12cd/mine.gguf', world: 'worlds/marrowmere' };
  show({ runs: [microRun(1, 0.5, { source })] });
  await userEvent.click(screen.getByRole('button', { name: /Run 1/, expanded: false }));
  expect(screen.getByTestId('command').textContent).toContain('--model MODEL');
  const said = screen.getByTestId('command-model').textContent;
  for (const part of ['MODEL', 'mine.gguf', 'ab12cd']) expect(said).toContain(part);
});

test('the command of a user’s text says which files it reads, and saves those of the text that is open', async () => {
  const own = (number: number, world: string) =>
    microRun(number, 0.5, {
      source: { model: 'models/base', world: 'worlds/marrowmere', isOwnText: true },
      hashes: { world },
    });
  show({
    runs: [own(1, 'open'), own(2, 'another')],
    ownFiles: { world: 'open', contents: { text: 'Mira slept.', dictionary: '{}' } },
  });
  const open = (name: RegExp) => userEvent.click(screen.getByRole('button', { name, expanded: false }));
  await open(/Run 1/);
  expect(screen.getByTestId('command').textContent).toContain('--text text.txt --dictionary dictionary.json');
  expect(screen.getByTestId('command-files').textContent).toContain('text.txt and dictionary.json');
  for (const name of ['text.txt', 'dictionary.json'])
    expect(screen.getByRole('button', { name: `Save ${name}` })).toBeDefined();
  await open(/Run 2/);
  expect(screen.getByTestId('command-files').textContent).toContain('Open the project with this text');
  expect(screen.queryByRole('button', { name: 'Save text.txt' })).toBeNull();
});

test('a run of another machine says where it was made, and stands in a row of its own', () => {
  const made = { by: 'train.py', processes: 2, device: 'cuda', at: '2026-12-03T10:00:00Z', model: 'big' };
  const other = { by: 'OpenUnlearning', processes: 1, at: 'yesterday' };
  show({ runs: [microRun(1, 0.5), microRun(2, 0.1, { made }), microRun(3, 0.1, { made: other })] });
  expect(order()).toEqual(['Run 3', 'Run 2', 'Run 1']);
  expect(screen.getByText('OpenUnlearning')).toBeDefined();
  expect(screen.getByText('train.py, 2 processes, Dec 3, 2026').title).toBe('big');
});

test('an opened row of another machine names the model, and how its folder is opened in Node', async () => {
  const made = { by: 'train.py', processes: 2, at: '2026-12-03T10:00:00Z', model: 'big' };
  show({ runs: [microRun(1, 0.5, { made, isOpened: true })] });
  await userEvent.click(screen.getByRole('button', { name: /Run 1/, expanded: false }));
  expect(screen.getByText('Run 1 · seed 1 · train.py, 2 processes, Dec 3, 2026 · model big')).toBeDefined();
  expect(screen.getByText(/npm run open-run -- made/)).toBeDefined();
  expect(screen.queryByText(/^Measured/)).toBeNull();
});

test('runs of one seed are not several seeds, and what differs in how they were made is left out', () => {
  const made = { by: 'train.py', processes: 2, at: '2026-12-03T10:00:00Z' };
  const again = {
    seed: 1,
    settings: withAlpha(2).settings,
    curves: { loss: [[1, 2]] as [number, number][] },
  };
  show({
    runs: [
      microRun(1, 0.5, { ...again, made }),
      microRun(2, 0.5, { ...again, made: { ...made, processes: 1 } }),
    ],
  });
  const [row] = within(table()).getAllByRole('rowheader');
  expect(row?.textContent).toMatch(/Runs 1, 2\s*train\.py$/u);
  expect(within(table()).queryByText(/seeds/)).toBeNull();
  expect(screen.getAllByText(/alpha = 2, Run 2/u).length).toBeGreaterThan(0);
});

test('a row without a figure in any column shows those that it has when it is opened', async () => {
  const made = { by: 'OpenUnlearning' };
  show({ runs: [microRun(1, null, { made, figures: { unlearned: { probability: 0.25 } } })] });
  await userEvent.click(screen.getByRole('button', { name: /Run 1/, expanded: false }));
  expect(screen.getByText('Measured: Probability 25%')).toBeDefined();
});

test('a run with settings of another version is not taken to a cluster', async () => {
  const on = show({ runs: [microRun(1, 0.5, { settings: { alpha: 'many' } })] });
  await userEvent.click(screen.getByRole('button', { name: /Run 1/, expanded: false }));
  await userEvent.click(screen.getByRole('button', { name: 'Take this run to a cluster: Run 1' }));
  expect(on.oncluster).not.toHaveBeenCalled();
});

test('while no run can start, none can be repeated, and the button says why', async () => {
  const on = show({ cannotRun: 'A stage is running.', runs: [microRun(1, 0.5)] });
  await userEvent.click(screen.getByRole('button', { name: /Run 1/, expanded: false }));
  const again = screen.getByRole('button', { name: 'Repeat: Run 1' });
  await userEvent.click(again);
  expect(on.onagain).not.toHaveBeenCalled();
  expect(again.title).toBe('A stage is running.');
});
