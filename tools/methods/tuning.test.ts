import { expect, test } from 'vitest';
import { tokensTrained } from '../../src/methods/settings';
import { usedSettings } from './run';
import { trialSettings } from './tune';
import { BUDGET, TRIALS, tuning, type TunedMethod } from './tuning';

const methods = Object.keys(tuning) as TunedMethod[];

test.each(methods)('%s has as many trials as the others, all different, each within the budget', (method) => {
  const settings = tuning[method].map((changes) => trialSettings(method, changes));
  expect(new Set(settings.map((one) => JSON.stringify(usedSettings(one)))).size).toBe(TRIALS);
  expect(new Set(settings.map(tokensTrained))).toEqual(new Set([BUDGET]));
});
