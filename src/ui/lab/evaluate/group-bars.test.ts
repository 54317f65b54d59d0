import { expect, test } from 'vitest';
import { gradeBars, groupBars } from './group-bars';

const metric = (scores: readonly number[], groups: Record<string, number> = {}) => ({
  agg_value: 0,
  groups: Object.fromEntries(
    Object.entries(groups).map(([name, value]) => [name, { n: 1, agg_value: value }]),
  ),
  value_by_index: Object.fromEntries(scores.map((score, i) => [String(i), { score }])),
});

test('groups of a metric, including those that only one variant has', () => {
  const variants = [
    { variant: 'baseline' as const, value: metric([], { a: 1, b: 2 }) },
    { variant: 'unlearned' as const, value: metric([], { b: 3 }) },
  ];
  expect(groupBars(variants)).toEqual({ groups: ['a', 'b'], values: [[1, 2], [null, 3]] }); // prettier-ignore
  expect(groupBars([])).toBeNull();
});

test('shares of the grades', () => {
  const variants = [{ variant: 'gold' as const, value: metric([3, 3, 0, 2]) }];
  expect(gradeBars(variants)).toEqual({ groups: ['0', '1', '2', '3'], values: [[0.25, 0, 0.25, 0.5]] });
  const part = { variant: 'gold' as const, value: { ...metric([3, 3]), n: 300 } };
  expect(gradeBars([part])).toBeNull();
});
