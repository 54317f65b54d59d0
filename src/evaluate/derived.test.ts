import { expect, test } from 'vitest';
import { besideGold, utilityOf } from './derived';
import { bareItem, metricResult, type Metrics } from './metric-results';

const result = (aggregate: number, scores: readonly number[] = [], probability?: number) =>
  metricResult(
    aggregate,
    scores.map((score) => ({
      item: bareItem(''),
      value: { score, ...(probability === undefined ? {} : { parts: { probability } }) },
    })),
  );

test('model utility says which numbers it averages', () => {
  const metrics: Metrics = {
    general: result(0.8, [1, 1, 1, 1, 0]),
    neighbour: result(0.5, [1, 0], 0.25),
    perplexity: result(2, [2]),
  };
  const { modelUtility } = utilityOf(metrics);
  expect(modelUtility?.value.agg_value).toBeCloseTo(4 / (1 / 0.8 + 2 + 4 + 2), 12);
  expect(modelUtility?.value.groups).toEqual({
    tasks: { n: 5, agg_value: 0.8 },
    neighbour: { n: 2, agg_value: 0.5 },
    'probability of the neighbour': { n: 2, agg_value: 0.25 },
    '1 / perplexity': { n: 1, agg_value: 0.5 },
  });
  const { perplexity: _, ...rest } = metrics;
  expect(utilityOf(rest)).toEqual({});
});

test('forget quality compares the truth ratios of the same average', () => {
  const of = (arithmetic: readonly number[], geometric: readonly number[]): Metrics => ({
    truthRatio: result(1, arithmetic),
    truthRatioGeometric: result(1, geometric),
  });
  const low = [0.1, 0.2, 0.3, 0.4, 0.5];
  const high = low.map((ratio) => ratio + 1);
  const { forgetQuality, forgetQualityGeometric } = besideGold(of(low, low), of(low, high));
  expect(forgetQuality?.value.agg_value).toBe(1);
  expect(forgetQualityGeometric?.value.agg_value).toBeCloseTo(2 / 252, 12);
  expect(besideGold(of(low, low), null)).toEqual({});
});

test('forget quality is not computed from a part of the items', () => {
  const whole = result(1, [0.1, 0.2, 0.3]);
  const part = { ...whole, value: { ...whole.value, n: 275 } };
  expect(besideGold({ truthRatio: whole }, { truthRatio: whole })).toHaveProperty('forgetQuality');
  expect(besideGold({ truthRatio: part }, { truthRatio: whole })).toEqual({});
  expect(besideGold({ truthRatio: whole }, { truthRatio: part })).toEqual({});
});
