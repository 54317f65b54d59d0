import { describe, expect, it } from 'vitest';
import type { Report } from '../../../evaluate/report';
import { metricNames } from '../../../evaluate/metric-catalogue';
import { metricsOf, groups, completionPieces } from './metric-views';

const value = (scores: readonly (number | null)[], agg: number | null) => ({
  agg_value: agg,
  value_by_index: Object.fromEntries(scores.map((score, i) => [String(i), { score }])),
});
const item = (prompt: string) => ({ prompt, references: ['Orrin'], subtlety: 1 });
const report: Report = {
  format: 'lethe-report',
  version: 1,
  versions: {},
  seeds: {},
  hashes: {},
  settings: {},
  items: { answers: { 0: item('one'), 1: item('two'), 2: item('three') } },
  evaluation: {
    seconds: 1,
    baseline: { answers: value([1, 1, 0], 0.67) },
    unlearned: { answers: value([0, 1, 0], 0.33), forgetQuality: value([], null) },
  },
  curves: {},
};

describe('a report on the screen', () => {
  it('leaves out metrics that could not be measured', () => {
    expect(metricsOf(report, 'forgetQuality')).toEqual([]);
    expect(metricsOf(report, 'answers').map(({ variant }) => variant)).toEqual(['baseline', 'unlearned']);
  });

  it('has a place for every metric', () => {
    expect(new Set(Object.values(groups).flat())).toEqual(new Set(metricNames));
  });

  it('marks the evidence for a grade, and nothing outside the text', () => {
    const found = (start: number, end: number) =>
      ({ start, end, term: 'x', kind: 'anchor', prompted: false }) as const;
    const pieces = completionPieces({
      score: 3,
      completion: 'Orrin slept',
      findings: [found(0, 5), found(3, 8), found(9, 99)],
    });
    expect(pieces).toEqual([
      { text: 'Orrin', why: 'anchor' },
      { text: ' slept', why: null },
    ]);
  });
});
