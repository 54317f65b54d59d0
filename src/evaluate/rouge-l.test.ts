import { expect, test } from 'vitest';
import cases from './fixtures/rouge-l.json';
import { rougeLRecall } from './rouge-l';

test.each(cases)('$given.reference | $given.completion', ({ given: { reference, completion }, want }) => {
  expect(rougeLRecall(reference, completion)).toBeCloseTo(want.plain, 9);
  expect(rougeLRecall(reference, completion, 'stems')).toBeCloseTo(want.stemmed, 9);
});
