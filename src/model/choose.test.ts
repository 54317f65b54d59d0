import { expect, test } from 'vitest';
import { prng } from '../base/prng';
import { greedy, sampling } from './choose';

const logits = Float32Array.of(0, Math.log(3), Math.log(6), Math.log(6));

test('greedy takes the strongest token, and the first one of a tie', () => {
  expect(greedy(logits)).toBe(2);
});

test('sampling follows the probabilities, and is repeatable by its seed', () => {
  const counts = [0, 0, 0, 0];
  const choose = sampling(prng(1), 1);
  for (let i = 0; i < 16_000; i++) {
    const id = choose(logits);
    counts[id] = (counts[id] ?? 0) + 1;
  }
  for (const [id, expected] of [1, 3, 6, 6].entries())
    expect((counts[id] ?? 0) / 1000).toBeCloseTo(expected, 0);
  expect(sampling(prng(2), 1)(logits)).toBe(sampling(prng(2), 1)(logits));
});

test('a low temperature is greedy', () => {
  const choose = sampling(prng(3), 0.01);
  expect(choose(Float32Array.of(1, 2, 3))).toBe(2);
});

test('top-p draws from the fewest likeliest tokens that reach it, at least one', () => {
  const draws = (topP: number) => {
    const choose = sampling(prng(4), 1, topP);
    return new Set(Array.from({ length: 500 }, () => choose(logits)));
  };
  expect(draws(0.5)).toEqual(new Set([2, 3])); // 6/16 and 6/16
  expect(draws(0.8)).toEqual(new Set([1, 2, 3]));
  expect(draws(0.1)).toEqual(new Set([2]));
});

test('top-p keeps of 150,000 tokens those that sorting all of them would keep', () => {
  const random = prng(5);
  const many = Float32Array.from({ length: 151_936 }, () => 4 * random.normal());
  const weights = many.map((x) => Math.exp(x));
  const sum = weights.reduce((a, b) => a + b, 0);
  const order = [...many.keys()].sort((a, b) => (many[b] ?? 0) - (many[a] ?? 0));
  const kept = new Set<number>();
  for (let [i, rest] = [0, 0.3 * sum]; rest > 0; i++) {
    const id = order[i] ?? 0;
    kept.add(id);
    rest -= weights[id] ?? 0;
  }
  const choose = sampling(prng(6), 1, 0.3);
  const drawn = Array.from({ length: 300 }, () => choose(many));
  expect(drawn.filter((id) => !kept.has(id))).toEqual([]);
  expect(new Set(drawn).size).toBeGreaterThan(5);
});
