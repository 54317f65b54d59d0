import { expect, test } from 'vitest';
import { fittedToSize, isReal, presetFor } from './preset-by-size';
import { defaultSettings } from './settings';

test('the shipped model has the defaults, a real one a twentieth of their learning rate and as much retain text', () => {
  expect(presetFor(4_414_208)).toEqual(defaultSettings);
  expect([4_414_208, 134_515_008].map(isReal)).toEqual([false, true]);
  const real = presetFor(134_515_008);
  expect(real.unlearn.learningRate).toBeLessThan(defaultSettings.unlearn.learningRate);
  expect(real.reinforce.learningRate).toBe(5e-4);
  expect(real.unlearn.retainShare).toBe(0.5);
});

test('settings that were left alone follow the size of the model, and those that were chosen stay', () => {
  const [small, large] = [4_414_208, 134_515_008];
  const own = { seed: 7, plan: 'layered', weightBits: '4' } as const;
  const alone = { ...defaultSettings, ...own };
  expect(fittedToSize(alone, large)).toEqual({ ...presetFor(large), ...own });
  expect(fittedToSize(fittedToSize(alone, large), small)).toEqual(alone);
  const chosen = { ...alone, alpha: 3 };
  expect(fittedToSize(chosen, large)).toBe(chosen);
});
