import { describe, expect, it } from 'vitest';
import { emptyReport } from '../../../evaluate/fixtures/report';
import type { Report } from '../../../evaluate/report';
import { behind, completionPieces, metricsBehind } from './behind';

const value = (scores: readonly number[], agg: number | null) => ({
  agg_value: agg,
  value_by_index: Object.fromEntries(scores.map((score, i) => [String(i), { score }])),
});
const item = (prompt: string) => ({ prompt, references: ['Orrin'], subtlety: 1 });
const report: Report = {
  ...emptyReport,
  items: { answers: { 0: item('one') } },
  evaluation: {
    seconds: 1,
    baseline: { answers: value([1], 1) },
    unlearned: { answers: value([0], 0), forgetQuality: value([], null) },
  },
  attacks: {
    bits4: {
      items: { answers: { 0: item('four') } },
      voices: { unlearned: { answers: value([1], 1), perplexity: value([], 2) } },
    },
  },
};

describe('what is behind a figure', () => {
  it('is what a language model said of the completions, and of no others', () => {
    const judge = { by: 'tiny', grades: {} };
    expect(behind({ ...report, judge }, 'familiarity').judge).toBe(judge);
    expect(behind(report, 'familiarity').judge).toBeNull();
    expect(behind({ ...report, judge }, 'answers').judge).toBeNull();
  });

  it('is what was asked, and the values of the variants that were measured', () => {
    const { items, variants } = behind(report, 'answers');
    expect(Object.values(items).map(({ prompt }) => prompt)).toEqual(['one']);
    expect(variants.map(({ variant }) => variant)).toEqual(['baseline', 'unlearned']);
    expect(behind(report, 'forgetQuality')).toEqual({ items: {}, variants: [], judge: null });
  });

  it('is, of an attack, what was asked under it, by each of its metrics', () => {
    expect(Object.values(behind(report, 'bits4').items).map(({ prompt }) => prompt)).toEqual(['four']);
    expect(metricsBehind(report, 'bits4').sort()).toEqual(['answers', 'perplexity']);
    expect(behind(report, 'bits4', 'perplexity').variants.map(({ value }) => value.agg_value)).toEqual([2]);
  });
});

it('the evidence for a grade is marked, and nothing outside the text', () => {
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
