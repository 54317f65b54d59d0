import { expect, test } from 'vitest';
import { auc } from './auc';
import cases from './fixtures/auc.json';
import { near } from './fixtures/near';
import leaks from './fixtures/priv-leak.json';
import { privLeak } from './priv-leak';

test.each(cases)('$given', ({ given: { low, high }, want }) => {
  expect(auc(low, high)).toEqual(near(want));
});

test.each(leaks)('PrivLeak of $given', ({ given: { model, gold }, want }) => {
  expect(privLeak(model, gold)).toEqual(near(want));
});
