import { expect, test } from 'vitest';
import { fittedToSize, isReal, presetFor, sizedPreset } from './preset-by-size';
import { preset } from './presets';
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

test('the paper’s preset is as long and at the rates that fit the size, on generic labels alone', () => {
  expect(sizedPreset('paper', 4_414_208)).toEqual(preset('paper'));
  const [paper, real] = [sizedPreset('paper', 134_515_008), sizedPreset('default', 134_515_008)];
  expect(real).toEqual(presetFor(134_515_008));
  const { reinforce, unlearn } = real;
  expect(paper).toMatchObject({ reinforce, unlearn: { ...unlearn, retainShare: 0 }, alpha: 5 });
  expect(paper).toMatchObject({ forbidFrom: 'following', whp: { unlikelihood: 0, unchangedWeight: 1 } });
});
