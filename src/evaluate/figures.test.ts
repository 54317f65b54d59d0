import { describe, expect, test } from 'vitest';
import { figureGroups } from './figure';
import { figureIn, figureNames, figureOf, figuresIn, goldIn, measuresOf } from './figures';
import { metricNames } from './metric-catalogue';
import { attackNames, type Report } from './report';
import { sampleReport } from './fixtures/report';

const value = (agg_value: number | null) => ({ agg_value, value_by_index: {} });
const report: Report = {
  ...sampleReport,
  evaluation: {
    seconds: 1,
    baseline: { answers: value(1), perplexity: value(2) },
    unlearned: { answers: value(0.25), klToGold: value(1.5), forgetQuality: value(null) },
    gold: { answers: value(0) },
  },
  attacks: {
    context: {
      items: {},
      voices: { baseline: { answers: value(0.75) }, unlearned: { answers: value(0.5) } },
    },
    relearning: {
      items: {},
      voices: { unlearned: { answers: value(0.6), familiarity: value(4) }, gold: { answers: value(0.1) } },
    },
  },
};

test('every metric and every attack is a figure of one group, and each group always shows some', () => {
  expect(new Set(figureNames)).toEqual(new Set([...metricNames, ...attackNames]));
  for (const group of Object.keys(figureGroups))
    expect(figureNames.some((name) => figureOf(name).group === group && !figureOf(name).isMore)).toBe(true);
});

describe('a figure', () => {
  test('of an attack is that under it', () => {
    expect(figureIn(report, 'context', 'baseline')).toBe(0.75);
    expect(figureIn(report, 'context', 'unlearned')).toBe(0.5);
  });

  test('of the baseline before relearning is that without it', () => {
    expect(figureIn(report, 'relearning', 'baseline')).toBe(1);
    expect(figureIn(report, 'relearning', 'unlearned')).toBe(0.6);
  });

  test('of an attack that was not made is none, also of the baseline', () => {
    expect(figureIn(report, 'bits4', 'baseline')).toBeNull();
  });

  test('is compared with gold, or with what a model like gold gets', () => {
    expect(goldIn(report, 'answers')).toBe(0);
    expect(goldIn(report, 'relearning')).toBe(0.1);
    expect(goldIn(report, 'klToGold')).toBe(0);
    expect(goldIn(report, 'sayings')).toBeNull();
  });

  test('is shown if it was measured of the baseline or of the unlearned model', () => {
    expect(figuresIn(report, 'forgotten')).toEqual(['answers']);
    expect(figuresIn(report, 'kept')).toEqual(['perplexity']);
    expect(figuresIn(report, 'recovered')).toEqual(['context', 'relearning']);
    expect(figuresIn(report, 'gold')).toEqual(['klToGold']);
  });

  test('of an attack has all that the attack measured behind it', () => {
    const measures = measuresOf(report, 'relearning').map(({ metric, variant }) => `${metric} ${variant}`);
    expect(measures).toEqual(['answers unlearned', 'answers gold', 'familiarity unlearned']);
  });
});
