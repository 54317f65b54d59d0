import { expect, test } from 'vitest';
import { fittedToSize, isReal, presetFor, sizedPreset, sizeOf } from './preset-by-size';
import { ownTextSettings, preset } from './presets';
import { defaultSettings } from './settings';

const small = { parameters: 4_414_208, words: 400 };
const large = { parameters: 134_515_008, words: 400 };
const long = { ...large, words: 3_600 };

test('the shipped model has the defaults, a real one a twentieth of their learning rate and as much retain text', () => {
  expect(presetFor(small)).toEqual(defaultSettings);
  expect([small, large].map(({ parameters }) => isReal(parameters))).toEqual([false, true]);
  const real = presetFor(large);
  expect(real.unlearn.learningRate).toBeLessThan(defaultSettings.unlearn.learningRate);
  expect(real.reinforce.learningRate).toBe(5e-4);
  expect(real.unlearn.retainShare).toBe(0.5);
});

test('settings that were left alone follow the size of the model, and those that were chosen stay', () => {
  const own = { seed: 7, plan: 'layered', weightBits: '4' } as const;
  const alone = { ...defaultSettings, ...own };
  expect(fittedToSize(alone, large)).toEqual({ ...presetFor(large), ...own });
  expect(fittedToSize(fittedToSize(alone, large), small)).toEqual(alone);
  const chosen = { ...alone, alpha: 3 };
  expect(fittedToSize(chosen, large)).toBe(chosen);
});

test('the paper’s preset is as long and at the rates that fit the size, on generic labels alone', () => {
  expect(sizedPreset('paper', small)).toEqual(preset('paper'));
  const [paper, real] = [sizedPreset('paper', large), sizedPreset('default', large)];
  expect(real).toEqual(presetFor(large));
  const { reinforce, unlearn } = real;
  expect(paper).toMatchObject({ reinforce, unlearn: { ...unlearn, retainShare: 0 }, alpha: 5 });
  expect(paper).toMatchObject({ forbidFrom: 'following', whp: { unlikelihood: 0, unchangedWeight: 1 } });
});

test('a long text takes more steps, at a lower rate', () => {
  const [short, longer] = [presetFor(large).unlearn, presetFor(long).unlearn];
  expect(longer.steps).toBeGreaterThan(short.steps);
  expect(longer.learningRate).toBeLessThan(short.learningRate);
  expect(fittedToSize(fittedToSize(defaultSettings, long), large)).toEqual(presetFor(large));
  expect(presetFor({ ...small, words: long.words })).toEqual(defaultSettings);
});

test('a text of the user’s has the rates of a real model, and is read first if that was asked for', () => {
  for (const readFirst of [true, false]) {
    const settings = { ...ownTextSettings('whp'), readFirst };
    expect(fittedToSize(settings, large)).toEqual({ ...presetFor(large), readFirst });
    expect(fittedToSize(settings, small)).toEqual(settings);
  }
  expect(presetFor(large).read.learningRate).toBe(presetFor(large).reinforce.learningRate);
});

test('the words of a text are counted over its passages', () => {
  const passages = ['Mira slept.', 'She woke  up\nat noon.'];
  expect(sizeOf(7, { forget: { passages } })).toEqual({ parameters: 7, words: 7 });
});
