import { expect, test } from 'vitest';
import { prng } from '../base/prng';
import { DivergenceMonitor } from './divergence-monitor';

function after(losses: readonly number[], norm = 1): DivergenceMonitor {
  const monitor = new DivergenceMonitor();
  for (const loss of losses) monitor.see(loss, norm);
  return monitor;
}

const noisy = (from: number, to: number, steps: number): number[] => {
  const random = prng(5);
  return Array.from({ length: steps }, (_, i) => from + ((to - from) * i) / steps + random.uniform() * 0.5);
};

test('a loss that falls with noise, and one that stays, have not diverged', () => {
  for (const losses of [noisy(8, 1, 200), noisy(2, 2, 200), [0.6, 3, 2, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]]) {
    expect(after(losses).hasDiverged).toBe(false);
  }
  expect(after(noisy(8, 1, 200)).isGood).toBe(true);
});

test('a negative loss that falls has not diverged, and one that climbs far has', () => {
  expect(after(noisy(-2, -9, 60))).toMatchObject({ hasDiverged: false, isGood: true });
  expect(after(noisy(-2, -2, 60))).toMatchObject({ hasDiverged: false, isGood: true });
  expect(after([...noisy(-2, -2, 20), ...noisy(3, 4, 20)]).hasDiverged).toBe(true);
});

test.each([
  ['a loss that is not a number', [...noisy(2, 1, 20), Number.NaN], 1],
  ['an infinite loss', [Number.POSITIVE_INFINITY], 1],
  ['a gradient that is not a number', [2, 1], Number.NaN],
  ['a huge gradient', [2, 1], 1e9],
  ['a loss that stays far above its start', [...noisy(2, 1, 20), ...noisy(7, 9, 20)], 1],
])('%s has diverged', (_, losses, norm) => {
  const monitor = after(losses, norm);
  expect(monitor.hasDiverged).toBe(true);
  expect(monitor.isGood).toBe(false);
});

test('one outlier is not divergence, but not a good state either', () => {
  const monitor = after([...noisy(2, 1, 30), 9]);
  expect([monitor.hasDiverged, monitor.isGood]).toEqual([false, false]);
});
