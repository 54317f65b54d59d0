import { expect, test } from 'vitest';
import { isReal, presetFor } from './preset-by-size';
import { defaultSettings } from './settings';

test('the shipped model has the defaults, a real one a twentieth of their learning rate and as much retain text', () => {
  expect(presetFor(4_414_208)).toEqual(defaultSettings);
  expect([4_414_208, 134_515_008].map(isReal)).toEqual([false, true]);
  const real = presetFor(134_515_008);
  expect(real.unlearn.learningRate).toBeLessThan(defaultSettings.unlearn.learningRate);
  expect(real.reinforce.learningRate).toBe(5e-4);
  expect(real.unlearn.retainShare).toBe(0.5);
});
