import { expect, test } from 'vitest';
import { methodNames, methods } from './catalogue';
import { stageNames, type Pipeline } from '../pipeline/stage';
import { preset, presetNames, presetOf } from './presets';
import { parseSettings, tokensTrained } from './settings';
import { methodVariantOf } from './variant';

test.each(presetNames)('the preset %s is valid and a value of its own', (name) => {
  const settings = preset(name);
  expect(parseSettings(settings)).toEqual(settings);
  settings.unlearn.steps += 1;
  expect(preset(name)).not.toEqual(settings);
});

test('paper follows the paper, paper + retain mixes in true text', () => {
  expect(preset('paper')).toMatchObject({ alpha: 5, forbidFrom: 'following', whp: { unlikelihood: 0 } });
  expect(preset('paper').unlearn.retainShare).toBe(0);
  expect(preset('paper + retain').unlearn.retainShare).toBeGreaterThan(0);
});

test.each([
  [true, true, 'paper'],
  [true, false, 'anchors-only'],
  [false, true, 'reinforced-only'],
  [false, false, 'neither'],
])('anchors %s, reinforced %s is called %s', (anchors, reinforced, name) => {
  expect(methodVariantOf({ ...preset('paper'), anchors, reinforced })).toBe(name);
});

test.each([
  ['alpha', { alpha: -1 }],
  ['unlearn.retainShare', { unlearn: { ...preset('paper').unlearn, retainShare: 0.6 } }],
  ['logitSpace', { logitSpace: 'sideways' }],
])('a wrong %s is named', (field, change) => {
  expect(() => parseSettings({ ...preset('paper'), ...change })).toThrow(field);
});

test.each(methodNames)('%s claims its own settings, and the choice of the method', (name) => {
  const pipeline: Pipeline = methods[name].pipeline;
  const claimed = stageNames.flatMap((stage) => pipeline[stage]?.settings ?? []);
  expect(claimed).toContain('method');
  expect(claimed.includes(name)).toBe(Object.keys(methods[name].fields).length > 0);
});

test('settings of earlier versions give both trainings their one batch', () => {
  const { reinforce, unlearn } = parseSettings({ batch: 3, unlearn: { steps: 5 } });
  expect([reinforce.batch, unlearn.batch, unlearn.steps]).toEqual([3, 3, 5]);
  expect(() => parseSettings({ batch: 0 })).toThrow('reinforce.batch');
});

test('the tokens trained are those of both trainings, or of the unlearning alone', () => {
  const settings = preset('paper');
  expect(tokensTrained(settings)).toBe((120 + 260) * 8 * 128);
  expect(tokensTrained({ ...settings, reinforced: false })).toBe(260 * 8 * 128);
});

test('settings are the preset that they equal, whatever their seed', () => {
  expect(presetNames.map((name) => presetOf({ ...preset(name), seed: 7 }))).toEqual(presetNames);
  expect(presetOf({ ...preset('paper'), alpha: 2 })).toBe(null);
});
