import { expect, test } from 'vitest';
import { prng } from '../base/prng';
import { oddsOf } from './odds';

test('are the softmax, and its largest values in order', () => {
  const random = prng(3);
  for (let round = 0; round < 50; round++) {
    const logits = Float32Array.from({ length: 40 }, () => Math.round(4 * random.normal()) / 2);
    const weights = [...logits].map((x) => Math.exp(x));
    const sum = weights.reduce((a, b) => a + b, 0);
    const sorted = [...logits.keys()].sort((a, b) => (logits[b] ?? 0) - (logits[a] ?? 0) || a - b);
    const { probability, top } = oddsOf(logits, 7, 5);
    expect(probability).toBeCloseTo((weights[7] ?? 0) / sum, 12);
    expect(top.map(({ id }) => id)).toEqual(sorted.slice(0, 5));
    for (const one of top) expect(one.probability).toBeCloseTo((weights[one.id] ?? 0) / sum, 12);
  }
});

test('are of the whole vocabulary if it is smaller than k', () => {
  expect(oddsOf(Float32Array.of(0, 0), 1, 5)).toEqual({
    probability: 0.5,
    top: [
      { id: 0, probability: 0.5 },
      { id: 1, probability: 0.5 },
    ],
  });
  expect(oddsOf(Float32Array.of(1, 2), 0, 0).top).toEqual([]);
});
