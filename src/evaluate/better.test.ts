import { expect, test } from 'vitest';
import { better } from './better';

const none = { baseline: null, gold: null };

test.each([
  ['answers', 0.1, 0.2, none, 'a'],
  ['answers', 0.02, 0.04, { baseline: 1, gold: 0.05 }, 'same'], // both are as low as gold
  ['answers', 0.02, 0.2, { baseline: 1, gold: 0.05 }, 'a'],
  ['general', 0.9, 0.8, { baseline: 0.95, gold: null }, 'a'],
  ['general', 0.9, 0.8, none, null], // without the value before, no change is known
  ['perplexity', 2.2, 2.1, { baseline: 2, gold: null }, 'b'],
  ['minK', 3, 2, { baseline: 1, gold: 4 }, 'a'],
  ['truthRatio', 0.5, 0.2, { baseline: 0.1, gold: 0.4 }, 'a'],
  ['forgetQuality', 0.3, 0.01, none, 'a'],
  ['privLeak', -80, 30, none, 'b'],
] as const)('%s: of %d and %d', (metric, a, b, marks, want) => {
  expect(better(metric, a, b, marks)).toBe(want);
  const turned = want === 'a' ? 'b' : want === 'b' ? 'a' : want;
  expect(better(metric, b, a, marks)).toBe(turned);
});
