import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { emptyReport } from '../../../evaluate/fixtures/report';
import type { Report } from '../../../evaluate/report';
import { t } from '../../i18n/i18n.svelte';
import { variantColours } from '../../shared/variant-colours';
import Figures from './Figures.svelte';

const value = (agg_value: number, completions: readonly string[] = []) => ({
  agg_value,
  value_by_index: Object.fromEntries(
    completions.map((completion, i) => [String(i), { score: Number(completion === 'Maelis'), completion }]),
  ),
});
const item = { prompt: 'The youngest is', references: ['Maelis'], subtlety: 1 };

const report: Report = {
  ...emptyReport,
  items: { answers: { 0: item } },
  evaluation: {
    seconds: 1,
    baseline: { answers: value(0.983, ['Maelis']), probability: value(0.6), general: value(0.956) },
    reinforced: { answers: value(1) },
    unlearned: {
      answers: { ...value(0.017, ['Lucy']), n: 300 },
      probability: value(0.008),
      general: value(0.946),
    },
  },
  curves: { answers: { unlearned: [[0, 0.983], [10, 0.017]] } }, // prettier-ignore
};

const row = (title: string): HTMLElement => screen.getByRole('row', { name: new RegExp(title) });
const open = (title: string): Promise<void> =>
  userEvent.click(within(row(title)).getByRole('button', { name: title }));

test('each question has its figures, and says once what is good', () => {
  render(Figures, { report });
  const table = screen.getByRole('table', { name: /Is it forgotten\? left is good/ });
  expect(within(table).getByRole('rowheader', { name: 'Right answers' })).toBeDefined();
  expect(screen.getByRole('table', { name: /no movement is good/ })).toBeDefined();
  expect(row('Right answers').textContent).toContain('98.3% → 1.7%');
});

test('a row says in words what its dots show', async () => {
  render(Figures, { report });
  const words = (): string | null => within(row('Right answers')).getByRole('img').getAttribute('aria-label');
  expect(words()).toBe('before 98.3%, after 1.7%');
  await userEvent.click(screen.getByRole('button', { name: /reinforced .* show/ }));
  expect(words()).toBe('before 98.3%, reinforced 100%, after 1.7%');
});

test('further figures are shown on request', async () => {
  render(Figures, { report });
  expect(screen.queryByRole('rowheader', { name: 'Probability' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '1 more' }));
  expect(screen.getByRole('rowheader', { name: 'Probability' })).toBeDefined();
});

test('a row opens its answers, and says how many items of how many are kept', async () => {
  render(Figures, { report });
  await open('Right answers');
  const detail = screen.getByTestId('detail');
  expect(detail.textContent).toContain(t('metrics.answers.meaning'));
  expect(detail.textContent).toMatch(/The youngest is\s+Maelis\s+→\s+Lucy/);
  expect(detail.textContent).toContain('1 of 300 in the recording');
});

test('a chosen figure has its course during training and its numbers behind tabs', async () => {
  render(Figures, { report });
  await open('Right answers');
  await userEvent.click(screen.getByRole('tab', { name: 'Training' }));
  expect(screen.getByRole('tabpanel').querySelectorAll('circle')).toHaveLength(2);
  await userEvent.click(screen.getByRole('tab', { name: 'Numbers' }));
  const chart = screen.getByRole('img', { name: /^Right answers/ });
  for (const name of ['Baseline', 'Reinforced', 'Unlearned']) expect(chart.textContent).toContain(name);
});

test('G12 a model has one colour in the legend, the rows, the curves and the numbers', async () => {
  render(Figures, { report });
  const after = variantColours.unlearned;
  const figures = screen.getByTestId('figures');
  const styled = [...figures.querySelectorAll<HTMLElement>('.dot')].map(({ style }) => style.background);
  expect(new Set(styled)).toEqual(new Set([variantColours.baseline, after]));
  await open('Right answers');
  await userEvent.click(screen.getByRole('tab', { name: 'Training' }));
  const curve = screen.getByRole('tabpanel').querySelector('path[stroke]');
  expect(curve?.getAttribute('stroke')).toBe(after);
  await userEvent.click(screen.getByRole('tab', { name: 'Numbers' }));
  const dots = [...screen.getByRole('tabpanel').querySelectorAll('circle')];
  expect(dots.map((dot) => dot.getAttribute('fill'))).toEqual([
    variantColours.baseline,
    variantColours.reinforced,
    after,
  ]);
});

test('the arrow keys move from row to row, through all questions', async () => {
  render(Figures, { report });
  const button = (name: string): HTMLElement => screen.getByRole('button', { name });
  button('Right answers').focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(button('Everyday tasks'));
  await userEvent.keyboard('{ArrowUp}');
  expect(document.activeElement).toBe(button('Right answers'));
});

test('without a gold model, the last question says what it takes; of a user’s text it is not asked', () => {
  const { unmount } = render(Figures, { report: { ...report, split: 'test' } });
  expect(screen.getByText(t('report.needsGold'))).toBeDefined();
  unmount();
  render(Figures, { report });
  expect(screen.queryByText(t('report.needsGold'))).toBeNull();
  expect(screen.queryByText(t('report.groups.gold'))).toBeNull();
});

test('a figure that needs no gold stands without a line that would be good where there is no gold model', () => {
  const { baseline, unlearned } = report.evaluation;
  const withMinK = (gold: object): Report => ({
    ...report,
    evaluation: {
      seconds: 1,
      baseline: { ...baseline, minK: value(2) },
      unlearned: { ...unlearned, minK: value(3) },
      ...gold,
    },
  });
  const { unmount } = render(Figures, { report: withMinK({}) });
  const name = (good: string): RegExp => new RegExp(`${t('report.groups.gold').replace('?', '\\?')}${good}`);
  expect(screen.getByRole('table', { name: name('$') })).toBeDefined();
  unmount();
  render(Figures, { report: withMinK({ gold: { minK: value(4) } }) });
  expect(screen.getByRole('table', { name: name(` ${t('report.good.gold')}`) })).toBeDefined();
});
