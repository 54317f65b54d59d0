import { describe, expect, test } from 'vitest';
import { emptyReport } from '../../../evaluate/fixtures/report';
import type { Report } from '../../../evaluate/report';
import { placeOn, rowsOf } from './figure-rows';

const value = (agg_value: number | null) => ({ agg_value, value_by_index: {} });
const report: Report = {
  ...emptyReport,
  evaluation: {
    seconds: 1,
    baseline: { answers: value(1), familiarity: value(4.9), privLeak: value(-26) },
    equation1: { answers: value(0.1) },
    unlearned: { answers: value(0.25), privLeak: value(-1), forgetQuality: value(null) },
    gold: { answers: value(0) },
  },
  attacks: { paraphrase: { items: {}, voices: { unlearned: { answers: value(0.5) } } } },
};

describe('the rows of a group', () => {
  test('are the figures that were measured, with every variant but gold, and where gold is', () => {
    const rows = rowsOf(report, 'forgotten').map(({ name, values, gold }) => ({
      name,
      values: Object.fromEntries(values.map(({ variant, value }) => [variant, value])),
      gold,
    }));
    expect(rows).toEqual([
      { name: 'answers', values: { baseline: 1, equation1: 0.1, unlearned: 0.25 }, gold: 0 },
      { name: 'paraphrase', values: { baseline: 1, unlearned: 0.5 }, gold: null },
      { name: 'familiarity', values: { baseline: 4.9 }, gold: null },
    ]);
  });

  test('that compare with gold have its place even where gold itself has none', () => {
    expect(rowsOf(report, 'gold').map(({ name, gold }) => [name, gold])).toEqual([['privLeak', 0]]);
  });
});

describe('the place of a value', () => {
  test('a small share looks small: the axis of shares always ends at 1', () => {
    const place = placeOn('share', [0, 0.006]);
    expect([place(0), place(0.006), place(1)]).toEqual([0, 0.006, 1]);
  });

  test('is within the axis, also of what is beyond it', () => {
    expect(placeOn('p', [])(1e-135)).toBe(0);
    expect(placeOn('p', [])(0)).toBe(0);
    expect(placeOn('p', [])(0.001)).toBeCloseTo(0.5);
    expect(placeOn('share', [])(1.2)).toBe(1);
  });

  test('an axis without an end reaches the values, and 0', () => {
    const place = placeOn('difference', [-26, -1]);
    expect(place(-26)).toBeLessThan(0.2);
    expect(place(0)).toBe(1);
    expect(placeOn('perplexity', [2.1, 2.2])(2.2)).toBeLessThan(0.5);
  });
});
