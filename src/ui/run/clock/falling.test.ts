import { describe, expect, test } from 'vitest';
import { fallen, type Shown } from './falling';

/** What is shown of estimates that come a second apart. */
function series(estimates: readonly (number | null)[]): (number | null)[] {
  let shown: Shown | null = null;
  return estimates.map((estimate, at) => {
    shown = fallen(shown, estimate, at);
    return shown && Math.round(shown.seconds);
  });
}

describe('the time that is shown', () => {
  test('follows an estimate that falls with the time', () => {
    expect(series([100, 99, 98, 97])).toEqual([100, 99, 98, 97]);
  });

  test('stays where the estimate rises a little', () => {
    expect(series([100, 110, 120, 99])).toEqual([100, 100, 100, 99]);
  });

  test('rises to an estimate that makes it wrong by a third', () => {
    expect(series([100, 140, 141])).toEqual([100, 140, 140]);
  });

  test('is not drawn down for good by one low estimate', () => {
    expect(series([100, 50, 98])).toEqual([100, 90, 90]);
  });

  test('begins when there is an estimate', () => {
    expect(series([null, null, 60])).toEqual([null, null, 60]);
  });
});
