import { expect, test } from 'vitest';
import { TransferRate } from './transfer-rate';

test('nothing is said before two seconds, and then what came of late counts', () => {
  const rate = new TransferRate();
  rate.see(500, 0);
  rate.see(900, 1000);
  expect([rate.perSecond(), rate.secondsFor(100)]).toEqual([null, null]);
  rate.see(2500, 2000);
  expect([rate.perSecond(), rate.secondsFor(3000)]).toEqual([1000, 3]);
  // What was there before, and a fast beginning long ago, are not counted.
  for (let second = 3; second <= 60; second++) rate.see(2500 + 10 * (second - 2), 1000 * second);
  expect(rate.perSecond()).toBeCloseTo(10);
});

test('while nothing comes, no time is promised', () => {
  const rate = new TransferRate();
  for (let second = 0; second <= 40; second++) rate.see(700, 1000 * second);
  expect([rate.perSecond(), rate.secondsFor(1)]).toEqual([0, null]);
});
