import { expect, test } from 'vitest';
import { presetFor } from '../../../methods/preset-by-size';
import { trainingSeconds } from './run-time';

const settings = presetFor({ parameters: 135e6, words: 3000 });

test('each block of each training takes what one of the measured step took', () => {
  // 20 steps of reinforcing and 80 of unlearning, two blocks each.
  expect(trainingSeconds(3, settings)).toBeCloseTo(300, 9);
  const { read } = settings;
  const withReading = trainingSeconds(3, { ...settings, readFirst: true });
  expect(withReading).toBeCloseTo(300 + 1.5 * read.steps * read.batch, 9);
});
