import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { MetricName } from '../../../evaluate/metric-catalogue';
import type { Report } from '../../../evaluate/report';
import { t } from '../../i18n/i18n.svelte';
import MetricCard from './MetricCard.svelte';

const value = (agg: number, scores: readonly number[] = []) => ({
  agg_value: agg,
  value_by_index: Object.fromEntries(scores.map((score, i) => [String(i), { score }])),
});
const item = { prompt: 'The hero is called', references: ['Orrin'], subtlety: 1 };

const report: Report = {
  format: 'lethe-report',
  version: 1,
  versions: {},
  seeds: {},
  hashes: {},
  settings: {},
  items: { answers: { 0: item } },
  evaluation: {
    seconds: 1,
    baseline: { answers: value(1, [1]), general: value(0.75) },
    unlearned: { answers: value(0.25, [0.25]), general: value(0.5) },
  },
  curves: {},
};

function show(metric: MetricName) {
  const onitems = vi.fn();
  render(MetricCard, { report, metric, onitems });
  return onitems;
}

test('a card shows the value of every variant, the meaning of the metric and its ideal value', () => {
  show('answers');
  const chart = screen.getByRole('img', { name: new RegExp(t('metrics.answers.title')) });
  expect(chart.textContent).toContain('Baseline');
  expect(chart.textContent).toContain('Unlearned');
  expect(screen.getByText(t('metrics.answers.meaning'))).toBeDefined();
  expect(screen.getByText(t('report.good', { good: t('metrics.answers.good') }))).toBeDefined();
});

test('its button requests the items behind it', async () => {
  const onitems = show('answers');
  const name = t('report.itemsOf', { title: t('metrics.answers.title') });
  await userEvent.click(screen.getByRole('button', { name }));
  expect(onitems).toHaveBeenCalledOnce();
});

test('a card of a shortened report says how many items it keeps', () => {
  const answers = { ...value(0.25, [0]), n: 300 };
  const short = { ...report, evaluation: { ...report.evaluation, unlearned: { answers } } };
  render(MetricCard, { report: short, metric: 'answers', onitems: vi.fn() });
  expect(screen.getByText(t('report.kept', { kept: '1', all: '300' }))).toBeDefined();
});

test('a metric without items has no such button', () => {
  show('general');
  const name = t('report.itemsOf', { title: t('metrics.general.title') });
  expect(screen.queryByRole('button', { name })).toBeNull();
});
