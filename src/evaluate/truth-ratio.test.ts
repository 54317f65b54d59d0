import { describe, expect, test } from 'vitest';
import aggregates from './fixtures/truth-aggregates.json';
import cases from './fixtures/truth-ratio.json';
import { near } from './fixtures/near';
import { forgetTruth, retainTruth, truthRatio } from './truth-ratio';

/** Equal to nine significant digits. */
const nearly = (value: number | null) => near(value, 9 - Math.ceil(Math.log10(1 + (value ?? 0))));

describe.each(cases)('$given', ({ given, want }) => {
  test.each(['arithmetic', 'geometric'] as const)('%s', (average) => {
    expect(truthRatio(given, average)).toEqual(nearly(want[average]));
  });
});

test.each(aggregates)('over $given', ({ given, want }) => {
  expect(forgetTruth(given)).toEqual(nearly(want.forget));
  expect(retainTruth(given)).toEqual(nearly(want.retain));
});
