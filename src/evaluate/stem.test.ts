/** Against NLTK’s PorterStemmer, as rouge-score calls it. */
import { expect, test } from 'vitest';
import cases from './fixtures/stems.json';
import { stem } from './stem';

test.each(cases)('$given → $want', ({ given, want }) => {
  expect(stem(given)).toBe(want);
});
