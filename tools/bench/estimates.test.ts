import { expect, test } from 'vitest';
import { estimateQuality, type ShownTime } from './estimates';

/** A shown time every second, of work that takes 100 seconds. */
const series = (left: (at: number) => number | null): ShownTime[] =>
  Array.from({ length: 101 }, (_, at) => ({ at, left: left(at) }));

test('the truth is within every factor, and never rises', () => {
  const quality = estimateQuality(
    series((at) => 100 - at),
    0,
    100,
  );
  expect(quality).toEqual({ updates: 91, within: 1, worst: 1, rising: 0 });
});

test('what is wrong before the first tenth does not count, unless it rises', () => {
  const early = estimateQuality(
    series((at) => (at < 10 ? 1000 : 100 - at)),
    0,
    100,
  );
  expect(early).toMatchObject({ within: 1, rising: 0 });
  const late = estimateQuality(
    series((at) => (at >= 10 && at < 20 ? 1000 : 100 - at)),
    0,
    100,
  );
  expect(late.within).toBeCloseTo(81 / 91);
  expect(late.rising).toBeCloseTo(1 / 101);
});

test('twice the truth is outside, both ways; nothing shown is outside as well', () => {
  const qualityOf = (left: (at: number) => number | null) => estimateQuality(series(left), 0, 100).within;
  // Within the last seconds, both are a moment.
  expect(qualityOf((at) => 2 * (100 - at))).toBeLessThan(0.1);
  expect(qualityOf((at) => (100 - at) / 2)).toBeLessThan(0.2);
  expect(qualityOf(() => null)).toBe(0);
});

test('below ten seconds, what is shown and what is left count as ten', () => {
  const { within } = estimateQuality([{ at: 99, left: 10 }], 0, 100);
  expect(within).toBe(1);
});
