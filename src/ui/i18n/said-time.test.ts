import { expect, test } from 'vitest';
import { saidTime } from './said-time';

test.each([
  [0, 'moment'],
  [9, 'moment'],
  [12, '10 seconds'],
  [14, '15 seconds'],
  [33, '30 seconds'],
  [86, '90 seconds'],
  [92, '2 minutes'],
  [200, '3 minutes'],
  [5990, '100 minutes'],
  [7000, '2 hours'],
])('%i s: %s', (seconds, words) => {
  const said = saidTime(seconds);
  expect(said.unit === 'moment' ? said.unit : `${said.count} ${said.unit}`).toBe(words);
});

test('what is said is within a factor of 1.35 of what is meant', () => {
  const inSeconds = { seconds: 1, minutes: 60, hours: 3600 };
  for (let seconds = 10; seconds < 40_000; seconds += 7) {
    const said = saidTime(seconds);
    const shown = said.unit === 'moment' ? 10 : said.count * inSeconds[said.unit];
    expect(Math.max(shown / seconds, seconds / shown)).toBeLessThan(1.35);
  }
});
