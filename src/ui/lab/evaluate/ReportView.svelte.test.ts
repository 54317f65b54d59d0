import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { Report } from '../../../evaluate/report';
import ReportView from './ReportView.svelte';

const report: Report = {
  format: 'lethe-report',
  version: 1,
  versions: { backend: 'wasm' },
  seeds: { run: 3 },
  hashes: {},
  settings: {},
  items: {},
  evaluation: { seconds: 1, baseline: {}, unlearned: {} },
  curves: {},
};

test('a report names its method, its seed and its backend', () => {
  render(ReportView, { report: { ...report, settings: { method: 'gradDiff' } } });
  expect(screen.getByText(/^Gradient difference · seed 3 · measured in 1 s on wasm/)).toBeTruthy();
});

test('a report says so if its model was run layer by layer', () => {
  const { unmount } = render(ReportView, {
    report: { ...report, versions: { backend: 'wasm', plan: 'layered' } },
  });
  expect(screen.getByTestId('report-plan').textContent).toBe('Layer by layer');
  unmount();
  render(ReportView, { report: { ...report, versions: { backend: 'wasm', plan: 'whole' } } });
  expect(screen.queryByTestId('report-plan')).toBeNull();
});

test('a report names what was too long to be asked', () => {
  const leftOut = { count: 2, first: 'Once upon', tokens: 70, most: 64 };
  const { unmount } = render(ReportView, { report: { ...report, leftOut } });
  const said = screen.getByTestId('left-out').textContent;
  for (const part of ['2 questions', '64 tokens', '70', '“Once upon”']) expect(said).toContain(part);
  unmount();
  render(ReportView, { report });
  expect(screen.queryByTestId('left-out')).toBeNull();
});

test('a report of version 0.1, which names no method, is of the only one there was', () => {
  render(ReportView, { report });
  expect(screen.getByText(/^Who’s Harry Potter\? · seed 3/)).toBeTruthy();
});

test('a report says which split its items are of, if it knows', () => {
  const { unmount } = render(ReportView, { report: { ...report, split: 'development' } });
  expect(screen.getByTestId('split').textContent).toContain('development items');
  unmount();
  render(ReportView, { report });
  expect(screen.queryByTestId('split')).toBeNull();
});
