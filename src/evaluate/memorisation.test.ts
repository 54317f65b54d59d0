/** How much of a text a model has memorised. */
import { expect, test } from 'vitest';
import { exactMemorisation } from './exact-memorisation';
import { extractionStrength } from './extraction-strength';
import cases from './fixtures/memorisation.json';
import { near } from './fixtures/near';

test.each(cases)('$given', ({ given: { predicted, truth }, want }) => {
  expect(exactMemorisation(predicted, truth)).toEqual(near(want.exact));
  expect(extractionStrength(predicted, truth)).toEqual(near(want.strength));
});
