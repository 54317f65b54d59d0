import { expect, test } from 'vitest';
import { rateAt } from './schedule';

const base = { learningRate: 1, warmup: 0, steps: 10 };

test('linear and cosine fall towards zero, constant stays', () => {
  expect([0, 5, 9].map((step) => rateAt(step, { ...base, schedule: 'linear' }))).toEqual([
    1,
    0.5,
    expect.closeTo(0.1),
  ]);
  expect([0, 5].map((step) => rateAt(step, { ...base, schedule: 'cosine' }))).toEqual([
    1,
    expect.closeTo(0.5),
  ]);
  expect(rateAt(9, { ...base, schedule: 'constant' })).toBe(1);
});

test('warm-up rises to the full rate', () => {
  const rates = [0, 1, 2, 3].map((step) => rateAt(step, { ...base, schedule: 'constant', warmup: 3 }));
  expect(rates).toEqual([0.25, 0.5, 0.75, 1]);
});
