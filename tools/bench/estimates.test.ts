import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../src/methods/settings';
import { parseSeries } from '../../src/ui/run/clock/series';
import { estimateQuality, judgeClock, type ShownTime } from './estimates';

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

/** A whole run of the page’s defaults in the browser, on a machine whose other work came and went (`method.series`). */
describe('a recorded run', () => {
  const file = new URL('fixtures/run.json', import.meta.url);
  const series = parseSeries(JSON.parse(readFileSync(file, 'utf8')));
  const size = {
    settings: defaultSettings,
    every: 'doubling',
    scope: 'core',
    characters: 336_585,
    isOwnText: false,
  } as const;
  const first = judgeClock(series, size, []);
  const second = judgeClock(series, size, first.rates);

  test('hardly ever shows a time that rises', () => {
    for (const { stages, run } of [first, second])
      for (const { rising } of [...Object.values(stages), run]) expect(rising).toBeLessThan(0.05);
  });

  test('shows times that are mostly right from the first run on', () => {
    expect(first.stages.unlearn?.within).toBe(1);
    expect(first.run.within).toBeGreaterThan(0.85);
    for (const { within } of Object.values(second.stages)) expect(within).toBeGreaterThan(0.85);
  });
});
