import { expect, test } from 'vitest';
import { presetFor } from './preset-by-size';
import { defaultSettings } from './settings';

test('the shipped model has the defaults, a real one a twentieth of their learning rate and as much retain text', () => {
  expect(presetFor(4_414_208)).toEqual(defaultSettings);
  const real = presetFor(134_515_008);
  expect(real.unlearn.learningRate).toBeLessThan(defaultSettings.unlearn.learningRate);
  expect(real.reinforce.learningRate).toBe(5e-4);
  expect(real.unlearn.retainShare).toBe(0.5);
});
